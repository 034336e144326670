"""Addresses that are no pages: pictures, robots.txt, errors."""

import sys
from pathlib import Path

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import loader
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

from .layout import absolute_url

A_YEAR = 365 * 24 * 60 * 60


@require_safe
@cache_control(max_age=A_YEAR, immutable=True, public=True)
def rendition(request, path):
    """A picture in one size. Originals and documents lie in other folders: no address."""
    return serve(request, path, document_root=Path(settings.MEDIA_ROOT) / "images")


@require_safe
@cache_control(max_age=60 * 60, public=True)
def robots(request):
    """What search engines may read: all but the admin and endless search results."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    lines += ["Disallow: /*/search/", "", f"Sitemap: {absolute_url('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=24 * 60 * 60, public=True)
def favicon(request):
    """For whoever asks for it unseen: browsers showing a file, feed readers."""
    return redirect(static("icons/touch.png"))


def server_error(request):
    """500, or 503 when it is the database that does not answer.

    The templates read nothing but the language: whatever failed may fail again.
    """
    unavailable = isinstance(sys.exc_info()[1], OperationalError)
    status = 503 if unavailable else 500
    response = HttpResponse(loader.render_to_string(f"{status}.html"), status=status)
    if unavailable:
        response["Retry-After"] = "120"
    return response
