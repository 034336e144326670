"""What the demo made, so that it never makes a thing twice and removes nothing else.

Wagtail's own log is the book: making a thing writes "created" with an identifier that is
derived from the thing's name in the demo. An entry outlives its object, so the demo also
knows what editors deleted.
"""

import uuid

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

NAMESPACE = uuid.UUID("5e0b3a4c-7d0e-4c3b-9a55-2f6c8e1d7a90")


def identifier(name):
    """The `uuid.UUID` that stands for `name` ("en/about", "picture/hills") on every site."""
    return uuid.uuid5(NAMESPACE, name)


class Ledger:
    """The entries for the given names, read once."""

    def __init__(self, names):
        identifiers = {identifier(name): name for name in names}
        self._entries = {}
        for log_model in (PageLogEntry, ModelLogEntry):
            for entry in log_model.objects.filter(uuid__in=identifiers).order_by("pk"):
                self._entries[identifiers[entry.uuid]] = entry

    def __contains__(self, name):
        return name in self._entries

    def record(self, name, instance, action="wagtail.create"):
        """Write down that the demo made `instance`, or with another action, changed it."""
        self._entries[name] = log(instance, action, uuid=identifier(name))

    def find(self, name):
        """The object of that name as its own class, or None if there is none (any more)."""
        entry = self._entries.get(name)
        if entry is None or entry.content_type is None:
            return None
        model = entry.content_type.model_class()
        return model and model._default_manager.filter(pk=entry.object_id).first()

    def forget(self, name):
        """Delete every entry under that name."""
        self._entries.pop(name, None)
        for log_model in (PageLogEntry, ModelLogEntry):
            log_model.objects.filter(uuid=identifier(name)).delete()
