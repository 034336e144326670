"""Addresses of exports."""

import hashlib

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from letters.models import SignedPage

from .content import export_of
from .formats import FORMATS, as_json


@require_safe
def signatories(request, path, ending):
    """The signatories of the published page at `path`, as a file to keep.

    Made from what is published at this moment, so that a name taken from the page is gone
    here too; whoever stores the file has to ask again before using it.
    """
    page = _published_page(request, path)
    export = export_of(page)
    if not export.total:
        raise Http404(_("There are no signatories under this page."))
    content_type, write = FORMATS[ending]
    # Of the content, not of the file: a workbook carries the time it was written.
    digest = hashlib.sha256(as_json(export) + ending.encode()).hexdigest()[:32]
    headers = {"ETag": f'"{digest}"', "Cache-Control": "public, no-cache"}
    unchanged = get_conditional_response(
        request, etag=headers["ETag"], response=HttpResponse(headers=headers)
    )
    if unchanged.status_code == 304:
        return unchanged
    name = content_disposition_header(True, f"{page.slug}-signatories.{ending}")
    headers |= {
        "Content-Disposition": name,
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(write(export), content_type=content_type, headers=headers)


def _published_page(request, path):
    page = Page.find_for_request(request, path)
    if page is None or not page.live or page.get_view_restrictions():
        raise Http404(_("There is no such page."))
    page = page.specific
    if not isinstance(page, SignedPage):
        raise Http404(_("There are no signatories under this page."))
    return page
