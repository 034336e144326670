"""What editors say of checks: nothing wrong, and why; or look again."""

from django.db import transaction
from wagtail.log_actions import log

from letters.models import DismissedCheck, PageChecks

from .results import count_open

DISMISS = "letters.dismiss_check"
RESTORE = "letters.restore_check"


@transaction.atomic
def dismiss_check(*, page, code, subject, reason, by):
    """Dismiss one check of a page with a reason; return the `DismissedCheck`.

    One that is dismissed already keeps its first reason. The history tells who and which
    kind, not the reason: it may speak of a name.
    """
    dismissed, created = DismissedCheck.objects.get_or_create(
        page_id=page.pk,
        code=code,
        subject=subject,
        defaults={"reason": reason, "dismissed_by": by},
    )
    if created:
        _recount(page)
        log(page, DISMISS, user=by, data={"check": code})
    return dismissed


@transaction.atomic
def restore_check(*, page, code, subject, by):
    """Open a dismissed check of a page again; return whether it was dismissed."""
    found = DismissedCheck.objects.filter(page=page.pk, code=code, subject=subject)
    deleted, _rows = found.delete()
    if deleted:
        _recount(page)
        log(page, RESTORE, user=by, data={"check": code})
    return bool(deleted)


def _recount(page):
    row = PageChecks.objects.select_for_update().filter(page=page.pk).first()
    if row:
        count_open(row)
