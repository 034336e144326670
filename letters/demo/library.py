"""The pictures and documents of the demo."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .content import DATA
from .markup import plain


def add_picture(name, entry, drawing):
    """Put the bytes of a drawing into the library; `entry` holds its words."""
    return _saved(
        get_image_model()(
            title=entry["title"],
            description=plain(entry["alt"]["en"]),
            file=ContentFile(drawing, name=f"sample-{name}.webp"),
        )
    )


def add_document(entry):
    """Put the file of `entry` into the library."""
    content = (DATA / "documents" / entry["file"]).read_bytes()
    return _saved(
        get_document_model()(
            title=entry["title"], file=ContentFile(content, name=f"sample-{entry['file']}")
        )
    )


def _saved(upload):
    """Save the upload, then what a form would have kept of its file."""
    upload.save()
    upload.get_file_size()
    upload.get_file_hash()
    return upload
