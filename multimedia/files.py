"""Files that go with their rows."""

from functools import partial

from django.db import transaction


def delete_when_committed(file):
    """Delete a stored `file` (a `FieldFile`) once the present transaction has committed."""
    if file:
        transaction.on_commit(partial(file.storage.delete, file.name))
