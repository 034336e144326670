"""Until when a text is kept back: the time at which its first language is to be published."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page


def embargoed_until(page):
    """The moment before which a version of a page must not be public (`datetime`), or None.

    That is its own time of publication, or that of the page it was translated from, if this
    is not published yet: whichever is later. What lies in the past binds nobody.
    """
    source = source_of(page)
    times = [page.go_live_at]
    if source and not source.live:
        times += [source.go_live_at, *_scheduled(source)]
    return max((time for time in times if time and time > timezone.now()), default=None)


def source_of(page):
    """The page that `page` was translated from, or None if it is the first written itself."""
    pages = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    source = pages.order_by("pk").first()
    return source if source and source.pk != page.pk else None


def _scheduled(page):
    """When versions of a page are to be published: those approved, and the newest draft."""
    revisions = page.specific_deferred.revisions
    yield from revisions.exclude(approved_go_live_at=None).values_list(
        "approved_go_live_at", flat=True
    )
    draft = page.latest_revision and page.latest_revision.content.get("go_live_at")
    yield draft and parse_datetime(draft)
