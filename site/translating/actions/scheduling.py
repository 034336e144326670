"""Releasing a set at a time."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import ReleaseItem, ReleaseSet
from .releasing import Problem, ReleaseRefusedError, find_problems, fingerprint, pages_of, release


@transaction.atomic
def schedule(*, release_set, at, by):
    """Have a set released at a time, as it is now. Raises `ReleaseRefusedError`."""
    pages = pages_of(release_set)
    problems = find_problems(pages, by)
    if at <= timezone.now():
        problems.insert(0, Problem(_("Choose a time in the future.")))
    if not release_set.is_open:
        problems.insert(0, Problem(_("The set was released already.")))
    if problems:
        raise ReleaseRefusedError(problems)
    for page in pages:
        ReleaseItem.objects.filter(release_set=release_set, page=page.pk).update(
            fingerprint=fingerprint(page)
        )
    release_set.go_live_at, release_set.scheduled_by = at, by
    release_set.state, release_set.problems = ReleaseSet.State.SCHEDULED, []
    _save(release_set)


@transaction.atomic
def unschedule(*, release_set):
    """Take the time back."""
    release_set.go_live_at, release_set.state = None, ReleaseSet.State.OPEN
    _save(release_set)


def release_due():
    """Release every set whose time has come, for whoever scheduled it.

    A set that something stands in the way of is marked as failed with its problems and not
    tried again by itself. Returns a list of pairs: the set, and its problems.
    """
    results = []
    for release_set in ReleaseSet.objects.due(timezone.now()).select_related("scheduled_by"):
        problems = []
        try:
            release(release_set=release_set, by=release_set.scheduled_by, as_scheduled=True)
        except ReleaseRefusedError as error:
            problems = error.problems
            release_set.state, release_set.go_live_at = ReleaseSet.State.FAILED, None
            release_set.problems = [problem.as_json() for problem in problems]
            _save(release_set)
        results.append((release_set, problems))
    return results


def _save(release_set):
    """Its own columns: its rows of pages may have been changed by somebody else."""
    release_set.save(update_fields=["state", "go_live_at", "scheduled_by", "problems"])
