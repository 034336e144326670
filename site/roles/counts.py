"""Texts whose signatories do not add up."""

from django.utils.translation import ngettext

from letters.reconciliation.pages import unreconciled_pages

from .waiting import Entry


def counts(user):
    """The texts (`Entry`) that `user` may edit whose counts need a look, with their checks."""
    return [Entry.of_page(page, _open(checks)) for page, checks in unreconciled_pages(user)]


def _open(checks):
    text = ngettext("%(count)s open check", "%(count)s open checks", checks)
    return text % {"count": checks}
