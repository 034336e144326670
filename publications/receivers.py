"""What follows when a document is saved or goes, in the same transaction."""

from django.db.models.signals import post_delete, post_save, pre_delete

from multimedia.files import delete_when_committed

from .models import Document, DocumentVersion
from .reading.covers import drop_cover
from .reading.requests import request_reading


def connect():
    """Follow documents."""
    post_save.connect(document_saved, sender=Document, dispatch_uid="reading of a document")
    pre_delete.connect(document_goes, sender=Document, dispatch_uid="cover of a document")
    post_delete.connect(version_deleted, sender=DocumentVersion, dispatch_uid="file of a version")


def document_saved(instance, raw=False, update_fields=None, **kwargs):
    """Have a new file read."""
    if not raw and (update_fields is None or "file" in update_fields):
        request_reading(instance)


def document_goes(instance, **kwargs):
    """The picture of its first page goes with it; the text of its pages hangs on its row."""
    reading = getattr(instance, "reading", None)
    if reading:
        drop_cover(reading)


def version_deleted(instance, **kwargs):
    """An earlier file goes with its row."""
    delete_when_committed(instance.file)
