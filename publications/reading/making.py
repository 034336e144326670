"""Reading one document and keeping what was found."""

import hashlib
import json
import logging
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.search.backends import get_search_backends

from publications.models import DocumentPage, DocumentReading

from . import reader
from .covers import drop_cover
from .languages import language_of
from .names import names_in
from .office import OFFICE, read_office
from .plain import PlainPDF
from .run import UnreadableError, reading

logger = logging.getLogger(__name__)


@dataclass
class Found:
    """What was found in a file: values for its `DocumentReading`, its cover, its texts, and
    the file in plain form (`PlainPDF`) where it could be written so."""

    values: dict
    cover: bytes = b""
    texts: list = field(default_factory=list)
    plain: PlainPDF | None = None


def read_document(document_id):
    """Read a document; return its `DocumentReading`, None where there is none to read.

    Never raises for what a file holds: the reason is kept for its editor. What was read in a
    file that was replaced meanwhile is thrown away: the change has asked for a reading of its own.
    """
    row = DocumentReading.objects.filter(document=document_id).first()
    if row is None:
        return None
    try:
        with row.document.open_file() as file:
            found = _found_by(row, file)
    except OSError:
        found = Found({"state": row.State.FAILED, "problems": ["broken"]})
    return _keep(row, found)


def _found_by(row, file):
    """What is in the open `file` of a document (`Found`), or why that is not known."""
    sha256 = hashlib.sha256()
    for piece in file.chunks():
        sha256.update(piece)
    digest = {"sha256": sha256.hexdigest()}
    read = readers().get(row.document.file_extension.lower())
    if read is None:
        return Found(digest | {"state": row.State.READ})
    file.seek(0)
    try:
        found = read(file)
    except UnreadableError as error:
        found = Found({"state": row.State.FAILED, "problems": [error.problem]})
    except Exception:
        # A mistake of ours. The file stays; the log has the whole story.
        logger.exception("Document %s could not be read", row.document_id)
        found = Found({"state": row.State.FAILED, "problems": ["unexpected"]})
    found.values |= digest
    return found


def readers():
    """By the ending of a name: the function that gives what is in such an open file."""
    return dict.fromkeys(OFFICE, found_in_office) | {"pdf": found_in}


def found_in_office(file):
    """Whom an Office or OpenDocument file names (`Found`). Raises `UnreadableError`."""
    told = read_office(file)
    names = {"title": told.title, "names": told.names}
    return Found({"state": DocumentReading.State.READ, **names})


def found_in(file):
    """What is in a PDF, an open file (`Found`). Raises `UnreadableError`."""
    with reading(file) as (answer, folder):
        texts = json.loads((folder / reader.TEXTS).read_text())
        cover = folder / reader.COVER
        picture = cover.read_bytes() if cover.exists() else b""
        plain = _plain(folder / reader.PLAIN)
    info = answer["info"]
    values = {
        "state": DocumentReading.State.READ,
        "page_count": answer["page_count"],
        "title": info.get("Title", ""),
        "language": language_of(answer["language"], " ".join(texts)),
        "names": names_in(info, plain.xml() if plain else (), answer["commenters"]),
        "problems": problems_of(answer, texts, plain),
    }
    return Found(values, picture, texts, plain)


def _plain(path):
    try:
        return PlainPDF(path)
    except (OSError, ValueError):
        return None


def problems_of(answer, texts, plain):
    """The codes of what an editor should know."""
    empty = sum(not text.strip() for text in texts)
    checks = {
        "no-text": empty == len(texts),
        "some-without-text": 1 < empty < len(texts),
        "too-many-pages": answer["page_count"] > len(texts),
        "scripts": answer["scripts"] or (plain and plain.has_scripts),
        "attachments": answer["attachments"] or (plain and plain.has_attachments),
        "signed": answer["signatures"],
    }
    return [problem for problem, is_there in checks.items() if is_there]


@transaction.atomic
def _keep(row, found):
    """Keep what was found unless the file has changed since `row` was read; return the row."""
    current = DocumentReading.objects.select_for_update().filter(pk=row.pk, change=row.change)
    kept = current.select_related("document").first()
    if kept is None:
        return DocumentReading.objects.filter(pk=row.pk).first()
    drop_cover(kept)
    for name, value in found.values.items():
        setattr(kept, name, value)
    kept.cover = _cover(kept.document, found.cover) if found.cover else None
    kept.save()
    DocumentPage.objects.filter(document=kept.document).delete()
    pages = [
        DocumentPage(document=kept.document, number=number, text=text)
        for number, text in enumerate(found.texts, start=1)
        if text.strip()
    ]
    DocumentPage.objects.bulk_create(pages, batch_size=500)
    _index(DocumentPage.objects.filter(document=kept.document))
    return kept


def _index(pages):
    """Let the search know pages, which saving many at once does not."""
    for backend in get_search_backends(with_auto_update=True):
        backend.get_index_for_model(DocumentPage).add_items(DocumentPage, list(pages))


def _cover(document, picture):
    image = get_image_model()(title=document.title[:255], collection=document.collection)
    image.file = ContentFile(picture, name=f"cover-{document.pk}.webp")
    image.file_size = len(picture)
    image.save()
    return image
