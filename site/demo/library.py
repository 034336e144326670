"""The pictures, recordings and documents of the demo."""

import hashlib

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from multimedia.models import Track

from .content import DATA
from .markup import plain


def add_picture(name, entry, drawing):
    """Put the bytes of a drawing into the library; `entry` holds its words."""
    return get_image_model().objects.create(
        title=entry["title"],
        description=plain(entry["alt"]["en"]),
        **_file(f"sample-{name}.webp", drawing),
    )


def add_document(entry, reports):
    """Put the file of `entry` into the library; `reports` holds the PDFs that were set.

    Returns None for a PDF that is not among them: there are no fonts to set it with.
    """
    if "file" in entry:
        name, content = entry["file"], (DATA / "documents" / entry["file"]).read_bytes()
    elif entry["report"] in reports:
        name, content = f"{entry['report']}.pdf", reports[entry["report"]]
    else:
        return None
    return get_document_model().objects.create(
        title=entry["title"], **_file(f"sample-{name}", content)
    )


def add_recording(name, entry, content, poster, words):
    """Put the bytes of a film or sound into the library; `words` are (kind, language, text)."""
    ending = {"video": "mp4", "audio": "wav"}[entry["type"]]
    media = get_media_model().objects.create(
        file=ContentFile(content, name=f"sample-{name}.{ending}"), poster=poster, **entry
    )
    for kind, language, text in words:
        track = Track(recording=media, kind=kind, language=language, text=text)
        track.full_clean()
        track.save()
    return media


def _file(name, content):
    """The fields of an uploaded file; size and hash as the upload form keeps them."""
    return {
        "file": ContentFile(content, name=name),
        "file_size": len(content),
        "file_hash": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
    }
