"""Withdrawing a picture from everywhere, and undoing that."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from multimedia.models import PictureConsent

WITHDRAW = "multimedia.withdraw"
RESTORE = "multimedia.restore"
# How long the record of a consent is kept after its end, once the picture is withdrawn.
KEPT_DAYS = 90


@transaction.atomic
def withdraw_picture(*, image, by):
    """Show `image` nowhere any more and delete every size of it that visitors were given.

    The original stays, out of reach, so that `restore_picture` can undo it; deleting the
    picture in the library is for good. `by` is the user, or None for a command. Returns how
    many files are deleted.
    """
    if not image.withdrawn_at:
        image.withdrawn_at = timezone.now()
        image.save(update_fields=["withdrawn_at"])
        log(instance=image, action=WITHDRAW, user=by)
    count = image.renditions.count()
    image.renditions.all().delete()  # each with its file, and out of the cache
    return count


@transaction.atomic
def restore_picture(*, image, by):
    """Show a withdrawn `image` again wherever it was; sizes are made anew when asked for."""
    if image.withdrawn_at:
        image.withdrawn_at = None
        image.save(update_fields=["withdrawn_at"])
        log(instance=image, action=RESTORE, user=by)


@transaction.atomic
def forget_old_consents():
    """Delete the records of consents that ended long ago and whose picture is withdrawn.

    Returns how many.
    """
    ended = timezone.localdate() - timedelta(days=KEPT_DAYS)
    old = PictureConsent.objects.filter(until__lt=ended, image__withdrawn_at__isnull=False)
    return old.delete()[0]
