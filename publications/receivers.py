"""What follows when a document is saved or goes, in the same transaction."""

from django.db.models.signals import post_save, pre_delete

from .models import Document
from .reading.covers import drop_cover
from .reading.requests import request_reading


def connect():
    """Follow documents."""
    post_save.connect(document_saved, sender=Document, dispatch_uid="reading of a document")
    pre_delete.connect(document_goes, sender=Document, dispatch_uid="cover of a document")


def document_saved(instance, raw=False, update_fields=None, **kwargs):
    """Have a new file read."""
    if not raw and (update_fields is None or "file" in update_fields):
        request_reading(instance)


def document_goes(instance, **kwargs):
    """The picture of its first page goes with it; the text of its pages hangs on its row."""
    reading = getattr(instance, "reading", None)
    if reading:
        drop_cover(reading)
