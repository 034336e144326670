"""What is offered when a page is taken off that is public in other languages."""

from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages

from letters.models import SignedPage

from .actions.unpublishing import may_take_off, public_translations, unpublish_translations


def what_stays(page, user):
    """What is still public once `page` is taken off: a dict for the form that asks.

    `pages` in other languages, whether `user` may take any of them off, and whether they then
    lack the names that they show.
    """
    page = page.specific
    pages = list(public_translations(page))
    signed = isinstance(page, SignedPage) and page.source is page and page.total_count > 0
    return {
        "pages": pages,
        "may_take_off": bool(may_take_off(pages, user)),
        "lose_names": signed,
    }


@hooks.register("after_unpublish_page")
def unpublish_other_languages(request, page):
    """Do what the box in the form says."""
    if not request.POST.get("include_translations"):
        return
    below = bool(request.POST.get("include_descendants"))
    count = len(unpublish_translations(page=page, by=request.user, include_descendants=below))
    message = ngettext(
        "It was taken off in %(counter)s other language.",
        "It was taken off in %(counter)s other languages.",
        count,
    )
    messages.success(request, message % {"counter": count})
