"""Keeping the file that another replaces, bringing it back, and letting the oldest go."""

from django.db import transaction
from wagtail.log_actions import log

from multimedia.models import MediaVersion

# Of each recording: they are large.
KEPT = 5
LOG_ACTION = "multimedia.restore_version"


@transaction.atomic
def keep_version(*, media, place, file_name, by):
    """Keep the stored file `file_name` of `media` as a version; `by` is who replaces it.

    `place` is a `MediaVersion.Place`. Returns the `MediaVersion`, or None where the file is
    missing. Only the newest files are kept.
    """
    storage = getattr(media, place).storage
    if not storage.exists(file_name):
        return None
    version = MediaVersion.objects.create(
        recording=media, place=place, file=file_name, size=storage.size(file_name), replaced_by=by
    )
    for old in media.versions.all()[KEPT:]:
        old.delete()
    return version


@transaction.atomic
def restore_version(*, version, by):
    """Make the file of `version` the recording's again; the present one becomes a version.

    Returns the recording.
    """
    media, place = version.recording, version.place
    name = version.file.name
    version.file = ""  # the file is the recording's again and does not go with the row
    version.delete()
    present = getattr(media, place)
    if present:
        keep_version(media=media, place=place, file_name=present.name, by=by)
    setattr(media, place, name)
    media.save()
    log(instance=media, action=LOG_ACTION, user=by)
    return media
