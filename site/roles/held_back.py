"""Pages that were not published at their time because something was wrong with them."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.permissions import policy_registry

from home.publishing import HELD_BACK

from .waiting import Entry


def held_back(user):
    """The pages (`Entry`) that `user` may change, with what was wrong; until they are published
    or given another time."""
    entries = PageLogEntry.objects.filter(action=HELD_BACK).order_by("timestamp")
    last = {entry.page_id: entry for entry in entries}
    if not last:
        return
    scheduled = Revision.objects.filter(
        approved_go_live_at__isnull=False,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=map(str, last),
    )
    keys = {int(key) for key in scheduled.values_list("object_id", flat=True)}
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = editable.filter(pk__in=last.keys() - keys).select_related("locale")
    for page in pages.order_by("title", "pk"):
        entry = last[page.pk]
        if not page.last_published_at or page.last_published_at < entry.timestamp:
            yield Entry.of_page(page, " ".join(entry.data["problems"]))
