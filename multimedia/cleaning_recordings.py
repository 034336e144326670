"""Cleaning recordings that were stored before they were cleaned on their way in."""

import shutil
from pathlib import PurePath
from tempfile import TemporaryFile

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from .cleaning import CLEAN, CLEANED, MISSING, REFUSED
from .containers import extension_of
from .files import delete_when_committed
from .models import Media, MediaVersion
from .uploads.media import ALIKE, STRIPPERS, strip_media


def stored_recordings():
    """Yield (row, name of its field) of every stored file, those of earlier versions too."""
    for field in ("file", "other_file"):
        for media in Media.objects.exclude(**{field: ""}).order_by("pk").iterator():
            yield media, field
    for version in MediaVersion.objects.exclude(file="").order_by("pk").iterator():
        yield version, "file"


def clean_stored(row, field, *, dry_run=False):
    """Take out of a stored file when, where, by whom and with what it was recorded.

    Returns one of CLEAN (there was nothing), CLEANED, REFUSED (that cannot be told) and
    MISSING. With `dry_run`, says so and changes nothing.
    """
    stored = getattr(row, field)
    kind = extension_of(stored.name)
    kind = ALIKE.get(kind, kind)
    if kind not in STRIPPERS:
        return REFUSED
    with TemporaryFile() as copy:
        try:
            with stored.storage.open(stored.name) as source:
                shutil.copyfileobj(source, copy)
            changed = strip_media(copy, kind)
        except OSError:
            return MISSING
        except ValidationError:
            return REFUSED
        if changed and not dry_run:
            copy.seek(0)
            _replace(row, field, copy)
    return CLEANED if changed else CLEAN


@transaction.atomic
def _replace(row, field, copy):
    """Store the clean `copy` instead, unless somebody replaced the file meanwhile."""
    same = {"pk": row.pk, field: getattr(row, field).name}
    current = type(row).objects.select_for_update().filter(**same).first()
    if current is None:
        return
    old = getattr(type(row).objects.get(pk=row.pk), field)
    stored = getattr(current, field)
    stored.save(PurePath(old.name).name, File(copy), save=False)
    current.save(update_fields=[field])
    delete_when_committed(old)
