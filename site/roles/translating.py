"""Translations that wait for somebody: older than their original, or never published."""

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .waiting import Entry


def translations(user):
    """The translations that a user may change, those longest behind first.

    The original of a page is the oldest of its translations, as everywhere on the site.
    """
    originals = Page.objects.filter(
        translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk")
    ).order_by("pk")
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    # Of a page whose words nobody has kept there is nothing to say.
    changed = ~Q(source_text__digest=F("original_words"))
    behind = Q(live=True, source_text__isnull=False, original_words__isnull=False) & changed
    pages = (
        Page.objects.filter(pk__in=editable.values("pk"), alias_of=None)
        .annotate(
            original_live=Subquery(originals.values("live")[:1]),
            original_words=Subquery(originals.values("source_text__digest")[:1]),
            original_changed=Subquery(originals.values("source_text__changed_at")[:1]),
        )
        .filter(behind | Q(first_published_at=None), original_live=True)
        .select_related("locale")
        .order_by("original_changed", "pk")
    )
    now = timezone.now()
    return [Entry.of_page(page, _note(page, now)) for page in pages]


def _note(page, now):
    if not page.live:
        return _("not published yet")
    count = (now - page.original_changed).days
    if not count:
        return _("the original changed today")
    return ngettext("%(count)s day behind", "%(count)s days behind", count) % {"count": count}
