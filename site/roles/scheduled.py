"""Pages that will be published by themselves."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from .waiting import Entry


def scheduled(user):
    """The pages with a day of publication ahead that a user may change, the next one first."""
    ahead = Revision.objects.filter(
        approved_go_live_at__gt=timezone.now(),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    moments = dict(
        ahead.order_by("approved_go_live_at").values_list("object_id", "approved_go_live_at")
    )
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = Page.objects.filter(pk__in=list(moments)).filter(pk__in=editable.values("pk"))
    pages = {str(page.pk): page for page in pages.select_related("locale")}
    for key, moment in moments.items():
        if page := pages.get(key):
            yield Entry.of_page(page, date_format(timezone.localtime(moment), "DATETIME_FORMAT"))
