"""Asking for documents to be read."""

from django.db import transaction

from publications.models import DocumentPage, DocumentReading

from .covers import drop_cover

# What the last file said, which says nothing about the next one.
NOTHING = {"sha256": "", "page_count": None, "title": "", "language": "", "names": []}
NOTHING |= {"problems": [], "state": DocumentReading.State.PENDING}


def mark_of(document):
    """What tells one file of a document from the next."""
    return f"{document.file.name} {document.file_hash}"[:255]


@transaction.atomic
def request_reading(document, *, again=False):
    """Have a document read in the background if its file is new, or else only if `again`.

    What was found in the file before is forgotten at once: nobody finds it any more.
    """
    from publications.tasks import read_document  # needs the settings of tasks

    row, created = DocumentReading.objects.select_for_update().get_or_create(document=document)
    if not created and not again and row.file_name == mark_of(document):
        return
    DocumentPage.objects.filter(document=document).delete()
    drop_cover(row)
    for name, value in NOTHING.items():
        setattr(row, name, value)
    row.change += 1
    row.file_name = mark_of(document)
    row.save()
    read_document.enqueue(document.pk)
