"""Addresses of citations as files."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from publications.models import PublicationPage

from .files import bibtex, ris
from .reference import reference_of

FORMATS = {
    "bib": ("application/x-bibtex; charset=utf-8", bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", ris),
}


@require_safe
def citation(request, path, ending):
    """The citation of the published publication at `path`, for programs that keep them."""
    page = Page.find_for_request(request, path)
    page = page and page.live and not page.get_view_restrictions() and page.specific
    if not isinstance(page, PublicationPage):
        raise Http404(_("There is no such publication."))
    content_type, write = FORMATS[ending]
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{page.slug}.{ending}"),
        "Cache-Control": "public, no-cache",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(write(reference_of(page)), content_type=content_type, headers=headers)
