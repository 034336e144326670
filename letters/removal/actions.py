"""Removing a signatory from everywhere.

    plan = plan_removal(name="A House")              # writes nothing
    report = remove_signatory(name="A House", by=user)

Either a name exactly as signed, `page` limiting it to one text in all its languages, or an
`Organisation` with all names it signed under. Neither the name nor any part of it is logged.
"""

from dataclasses import dataclass, field

from django.db import connection, transaction
from wagtail.log_actions import log
from wagtail.models import Page

from letters.models import Organisation, RemovedSignatory

from .database import leave_no_residue, optimise_search_index
from .memory import remember
from .plans import PAGES, PLACES, RemovalPlan, make_plan
from .signals import signatory_removed
from .targets import target_of_name, target_of_organisation
from .traces import SearchIndex

LOG_ACTION = "letters.remove_signatory"


class RemovalError(Exception):
    """A signatory cannot be removed."""


class NothingToRemoveError(RemovalError):
    """The name stands nowhere."""


@dataclass
class RemovalReport:
    """What was removed, and what could not be."""

    done: RemovalPlan
    residues: list[str] = field(default_factory=list)  # what is left of the bytes, and why


def plan_removal(*, name=None, organisation=None, page=None):
    """Say what `remove_signatory` would change (a `RemovalPlan`), without writing."""
    return make_plan(_target(name, organisation, page))


def remove_signatory(*, name=None, organisation=None, page=None, by=None):
    """Remove a name, or an organisation, and return a `RemovalReport`.

    `by` is the user who decided it, None on the command line. Raises `NothingToRemoveError`
    when the name stands nowhere; then nothing is written.
    """
    target = _target(name, organisation, page)
    with transaction.atomic():
        plan = make_plan(target)
        if plan.is_empty:
            raise NothingToRemoveError
        # First, so that whatever is saved from now on is checked against it.
        remembered = remember(target)
        changed = _remove(target)
        optimise_search_index()
        _log(plan, target, remembered, by)
        signatory_removed.send(sender=RemovedSignatory, pages=sorted(changed))
    if connection.in_atomic_block:
        return RemovalReport(plan)
    # Whatever was being saved at that moment has been saved by now.
    with transaction.atomic():
        _remove(target, again=True)
    return RemovalReport(plan, leave_no_residue())


def _target(name, organisation, page):
    if (name is None) == (organisation is None):
        raise RemovalError("Give a name or an organisation.")
    if organisation is not None:
        return target_of_organisation(organisation)
    if not name.strip():
        raise RemovalError("Give a name.")
    return target_of_name(name.strip(), page)


def _remove(target, *, again=False):
    """Change everything found, place by place; return the pages that held the name."""
    pages = set()
    for place in PLACES:
        # Indexing anew is no use where the name stands in prose: once is enough.
        if again and isinstance(place, SearchIndex):
            continue
        for found in place.find(target):
            found.change()
            if place is PAGES:
                pages.add(found.page)
    return pages


def _log(plan, target, remembered, by):
    """One entry for each page, and one for all together: who, when, how many. No name."""
    pages = {page.pk: page for page in Page.objects.filter(pk__in=[p.pk for p in plan.pages])}
    for change in plan.pages:
        data = {"names": change.names, "revisions": change.revisions}
        log(pages[change.pk], LOG_ACTION, user=by, data=data)
    subject = Organisation(pk=target.organisation) if target.organisation else remembered
    data = {"pages": len(plan.pages), "changes": plan.total}
    log(subject, LOG_ACTION, user=by, data=data)
