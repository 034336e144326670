"""Keeping the file that another replaces, bringing it back, and letting earlier ones go."""

from pathlib import PurePosixPath

from django.db import transaction
from wagtail.log_actions import log

from multimedia.files import delete_when_committed
from publications.models import DocumentVersion

KEPT = 10
LOG_ACTION = "publications.restore_version"
FORGET_ACTION = "publications.forget_files"


@transaction.atomic
def keep_version(*, document, file_name, by):
    """Keep the stored file `file_name` of `document` as a version; `by` is who replaces it.

    Returns the `DocumentVersion`. Only the newest files are kept, and the names of all.
    """
    storage = document.file.storage
    size = storage.size(file_name) if storage.exists(file_name) else None
    version = DocumentVersion.objects.create(
        document=document,
        file=file_name if size is not None else "",
        name=PurePosixPath(file_name).name,
        size=size,
        replaced_by=by,
    )
    _let_go(document.versions.exclude(file="")[KEPT:])
    return version


@transaction.atomic
def forget_files(*, document, by):
    """Delete the earlier files of `document` for good, but not their names, which stand in
    addresses. Returns how many there were."""
    count = _let_go(document.versions.exclude(file=""))
    if count:
        log(instance=document, action=FORGET_ACTION, user=by)
    return count


def _let_go(versions):
    versions = list(versions)
    for version in versions:
        delete_when_committed(version.file)
    keys = [version.pk for version in versions]
    return DocumentVersion.objects.filter(pk__in=keys).update(file="")


@transaction.atomic
def restore_version(*, version, by):
    """Make the file of `version` the document's again; the present one becomes a version.

    Returns the document. Raises `ValueError` where the file is no longer kept.
    """
    if not version.file:
        raise ValueError("the file of this version is gone")
    document = version.document
    keep_version(document=document, file_name=document.file.name, by=by)
    document.file = version.file.name
    DocumentVersion.objects.filter(pk=version.pk).update(file="")
    document.file_size = document.file.size
    document.file_hash = ""
    document.save()
    document.get_file_hash()
    log(instance=document, action=LOG_ACTION, user=by)
    return document
