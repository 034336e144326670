"""Addresses of recordings and of their words."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.views import A_YEAR

from .containers import content_type
from .models import Media, Track

RANGE = re.compile(r"bytes=(?=\d|-\d)(?P<first>\d{0,18})-(?P<last>\d{0,18})")
CHUNK = 64 * 1024


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
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    response = part(file, size, asked) if asked else FileResponse(file)
    response["Content-Type"] = content_type(name)
    response["Accept-Ranges"] = "bytes"
    # Packed already; compressing would also change what a range means.
    response["Content-Encoding"] = "identity"
    if response.status_code == 200:
        response["Content-Length"] = size
    return response


def part(file, size, asked):
    """The answer with one range of bytes; with 416 where the file has no such range."""
    first, last = asked["first"], asked["last"]
    if first:
        start, end = int(first), min(int(last or size), size - 1)
    else:  # the last so many bytes
        start, end = max(size - int(last or 0), 0), size - 1
    if start > end or start >= size:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(stream(file, start, end - start + 1), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = end - start + 1
    return response


def stream(file, start, length):
    """Yield `length` bytes of `file` from `start`, and close it."""
    with file:
        file.seek(start)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk


@require_safe
@cache_control(max_age=5 * 60, public=True)
def track(request, pk):
    """The captions, subtitles, descriptions or chapters of a recording."""
    text = get_object_or_404(Track.objects.exclude(kind=Track.Kind.TRANSCRIPT), pk=pk).text
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")
