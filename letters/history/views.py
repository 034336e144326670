"""The page of old wordings."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from home.layout import Layout
from letters.models import SignedPage

from .entries import corrections_of


@require_safe
def old_wordings(request, path):
    """What stood in the published page at `path` before it was corrected.

    Kept for readers who quoted it and hidden from search engines.
    """
    page = Page.find_for_request(request, path)
    if page is None or not issubclass(page.cached_content_type.model_class(), SignedPage):
        return serve(request, f"{path}corrections/")  # a page may well be called that
    if not page.live or page.get_view_restrictions():
        raise Http404(_("There is no such page."))
    page = page.specific
    corrections = [entry for entry in corrections_of(page) if entry.old_wording]
    if not corrections:
        raise Http404(_("There is no old wording of this page."))
    context = {"page": page, "layout": Layout(request, page=page), "corrections": corrections}
    response = render(request, "letters/old_wordings.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
