"""Which pages wait for somebody to look at their signatories."""

from wagtail.permission_policies.pages import PagePermissionPolicy

from letters.models import PageChecks
from letters.receivers import SIGNED_PAGES

from .results import check_page, compare_page


def open_checks_for(user):
    """The `PageChecks` with anything open of the pages that a user may edit, as a queryset.

    Those whose counts do not add up come first, then those with the most to look at.
    """
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    rows = PageChecks.objects.filter(open_count__gt=0, page__in=editable)
    return rows.select_related("page__locale").order_by("-counts_differ", "-open_count", "page")


def unreconciled_pages(user, limit=None):
    """The pages a user may edit whose counts do not add up: a list of (page, open checks).

    The pages are plain ones; the number is that of all open checks of the page, counts
    included. Takes a constant number of queries, whatever there is; `limit` cuts the list.
    """
    rows = open_checks_for(user).filter(counts_differ=True)
    return [(row.page, row.open_count) for row in rows[:limit]]


def compare_by_key(page_key):
    """Compare the page with a primary key, if it is still there and published."""
    for model in SIGNED_PAGES:
        page = model.objects.filter(pk=page_key, live=True).first()
        if page:
            compare_page(page)


def check_all_pages():
    """Check and compare every page anew; return how many have checks."""
    count = 0
    for model in SIGNED_PAGES:
        for key in model.objects.order_by("pk").values_list("pk", flat=True):
            page = model.objects.get(pk=key)
            count += bool((compare_page if page.live else check_page)(page))
    return count
