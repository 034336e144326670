"""The page that an address below it belongs to."""

from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page


def published_page(request, path):
    """The page that everybody may read at `path`, which starts after the language.

    Of its own type. Raises `Http404` for a draft, a private page, and where there is none.
    """
    page = Page.find_for_request(request, path)
    if page is None or not page.live or page.get_view_restrictions():
        raise Http404(_("There is no such page."))
    return page.specific
