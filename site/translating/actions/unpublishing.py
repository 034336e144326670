"""Taking a text off in the other languages too."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction


def public_translations(page):
    """The published pages (a queryset) that say in other languages what `page` says."""
    return page.get_translations().live().filter(alias_of__isnull=True).select_related("locale")


def may_take_off(pages, user):
    """Those of `pages` that `user` may unpublish, a list."""
    return [page for page in pages if page.permissions_for_user(user).can_unpublish()]


@transaction.atomic
def unpublish_translations(*, page, by, include_descendants=False):
    """Unpublish all that `by` may unpublish of what says the same as `page` in other languages.

    Returns these pages.
    """
    pages = may_take_off(public_translations(page.specific), by)
    for translation in pages:
        action = UnpublishPageAction(translation, user=by, include_descendants=include_descendants)
        action.execute()
    return pages
