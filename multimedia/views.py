"""Addresses of recordings and of their words."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.ranges import whole_or_part
from home.views import A_YEAR

from .containers import content_type
from .models import Media, Track


@require_safe
@cache_control(max_age=A_YEAR, immutable=True, public=True)
def recording(request, path):
    """A film or sound, or the part of it that a player asks for."""
    name = f"media/{path}"
    # Only what the library knows; a file that is left over is nobody's.
    if not Media.objects.filter(file=name).union(Media.objects.filter(other_file=name)).exists():
        raise Http404
    try:
        size = default_storage.size(name)
        file = default_storage.open(name, "rb")
    except OSError as error:
        raise Http404 from error
    headers = {
        "Content-Type": content_type(name),
        "Content-Length": str(size),
        "Accept-Ranges": "bytes",
        # Packed already; compressing would also change what a range means.
        "Content-Encoding": "identity",
    }
    return whole_or_part(request, file, headers)


@require_safe
@cache_control(max_age=5 * 60, public=True)
def track(request, pk):
    """The captions, subtitles, descriptions or chapters of a recording."""
    text = get_object_or_404(Track.objects.exclude(kind=Track.Kind.TRANSCRIPT), pk=pk).text
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")
