"""Cleaning pictures that were stored before everything was cleaned on its way in."""

from hashlib import sha1
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.db import transaction

from .fields import CleanPicture
from .files import delete_when_committed
from .models import Image
from .uploads.pictures import prepare_picture

CLEAN, CLEANED, REFUSED, MISSING = "clean", "cleaned", "refused", "missing"


def clean_stored(image, *, dry_run=False):
    """Take out of the stored file of `image` what must not be in it, and make its sizes anew.

    Returns one of CLEAN (there was nothing), CLEANED, REFUSED (no picture that is taken in
    today) and MISSING. With `dry_run`, says so and changes nothing.
    """
    try:
        with image.file.open("rb") as file:
            data = file.read()
    except OSError:
        return MISSING
    try:
        prepared = prepare_picture(_as_upload(data, image.file.name))
    except ValidationError:
        return REFUSED
    if prepared.data == data:
        return CLEAN
    if not dry_run:
        _replace(image, CleanPicture(prepared, image.file.name))
    return CLEANED


def _as_upload(data, name):
    return InMemoryUploadedFile(BytesIO(data), "file", name, None, len(data), None)


@transaction.atomic
def _replace(image, picture):
    old = Image.objects.get(pk=image.pk).file
    data = picture.read()
    picture.seek(0)
    image.file.save(picture.name, picture, save=False)
    image.file_size = len(data)
    image.file_hash = sha1(data, usedforsecurity=False).hexdigest()
    image.save()
    image.renditions.all().delete()  # made of the old file; each with its own
    delete_when_committed(old)
