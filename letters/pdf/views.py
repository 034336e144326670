"""Handing out PDFs."""

import re

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.layout import absolute_url
from letters.models import OpenLetterPage, StatementPage

from .requests import pdf_for_readers

# What the file of each type of page is called in addresses.
NAMES = {"letter": OpenLetterPage, "statement": StatementPage}
# What a file name may not hold, or would be read as a path.
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
NAME_LENGTH = 80


@require_safe
def page_pdf(request, path, name):
    """The PDF of the published page at `path`.

    Never a file whose page is not public, nor one with names that have changed since. Whoever
    stores it has to ask again before using it.
    """
    page = _published_page(request, path, NAMES[name])
    pdf = pdf_for_readers(page)
    if pdf is None:
        return render(request, "letters/pdf_pending.html", {"page": page}, status=404)
    headers = {
        "ETag": f'"{pdf.digest[:32]}"',
        "Last-Modified": http_date(pdf.built_at.timestamp()),
        "Cache-Control": "public, no-cache",
        "Link": f'<{absolute_url(page.get_url() or "")}>; rel="canonical"',
        "X-Content-Type-Options": "nosniff",
    }
    unchanged = get_conditional_response(
        request,
        etag=headers["ETag"],
        last_modified=int(pdf.built_at.timestamp()),
        response=HttpResponse(headers=headers),
    )
    if unchanged.status_code == 304:
        return unchanged
    try:
        file = pdf.file.open()
    except FileNotFoundError:  # taken away this very moment
        return render(request, "letters/pdf_pending.html", {"page": page}, status=404)
    return FileResponse(
        file, filename=file_name(page), content_type="application/pdf", headers=headers
    )


def file_name(page):
    """The title of the page, in whatever script, as the name of a file."""
    words = " ".join(UNSAFE.sub(" ", page.title).split())
    return f"{words[:NAME_LENGTH].strip(' .') or page.slug}.pdf"


def _published_page(request, path, page_type):
    page = Page.find_for_request(request, path)
    if page is None or not page.live or page.get_view_restrictions():
        raise Http404(_("There is no such page."))
    page = page.specific
    if not isinstance(page, page_type):
        raise Http404(_("There is no such page."))
    return page
