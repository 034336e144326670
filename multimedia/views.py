"""Addresses of recordings and of their words."""

import re

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from .access import is_public, may_be_seen
from .containers import content_type
from .models import Media, Track

RANGE = re.compile(r"bytes=(?=\d|-\d)(?P<first>\d{0,18})-(?P<last>\d{0,18})")
CHUNK = 64 * 1024
# Asked for again each time: a story can be taken back, and a file replaced.
PUBLIC, PRIVATE = "public, no-cache", "private, no-store"


@require_safe
def recording(request, pk, number, extension):
    """A film or sound, or the part of it that a player asks for.

    `number` is which of its files. Addresses stay: where there is no such file any more, or it
    is of another format now, they lead to what there is.
    """
    media = get_object_or_404(Media, pk=pk)
    caching = _caching(media, request)
    stored = (number == 2 and media.other_file) or media.file
    try:
        size = stored.size
        etag = f'"{stored.name.rpartition("/")[2]}-{size}"'
        headers = {"ETag": etag, "Cache-Control": caching, "Accept-Ranges": "bytes"}
        unchanged = get_conditional_response(request, etag, response=HttpResponse(headers=headers))
        if unchanged.status_code != 200:
            return unchanged
        file = stored.storage.open(stored.name, "rb")
    except OSError as error:
        raise Http404 from error
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if request.headers.get("If-Range", etag) != etag:
        asked = None  # the part belongs to a file that was replaced
    response = part(file, size, asked) if asked else FileResponse(file)
    # Packed already; compressing would also change what a range means.
    headers |= {"Content-Type": content_type(stored.name), "Content-Encoding": "identity"}
    for name, value in headers.items():
        response[name] = value
    if response.status_code == 200:
        response["Content-Length"] = size
    return response


def _caching(media, request):
    """The header for whoever may see `media`; raises `Http404` for all others."""
    if is_public(media):
        return PUBLIC
    if may_be_seen(media, request):
        return PRIVATE
    raise Http404


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
    response = StreamingHttpResponse(Part(file, start, end - start + 1), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = end - start + 1
    return response


class Part:
    """Some bytes of a file, piece by piece; closed with the answer, however much was read."""

    def __init__(self, file, start, length):
        self.file = file
        self.left = length
        file.seek(start)

    def __iter__(self):
        while self.left > 0 and (chunk := self.file.read(min(CHUNK, self.left))):
            self.left -= len(chunk)
            yield chunk

    def close(self):
        """Close the file."""
        self.file.close()


@require_safe
def track(request, pk):
    """The captions, subtitles, descriptions or chapters of a recording."""
    tracks = Track.objects.exclude(kind=Track.Kind.TRANSCRIPT).select_related("recording")
    found = get_object_or_404(tracks, pk=pk)
    caching = _caching(found.recording, request)
    return HttpResponse(
        found.text,
        content_type="text/vtt; charset=utf-8",
        headers={"Cache-Control": caching},
    )
