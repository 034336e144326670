"""Addresses of recordings and of their words."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from home.ranges import whole_or_part

from .access import is_public, may_be_seen
from .containers import content_type
from .models import Media, Track

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
        headers = {
            "Content-Type": content_type(stored.name),
            "Content-Length": str(size),
            "ETag": f'"{stored.name.rpartition("/")[2]}-{size}"',
            "Cache-Control": caching,
            "Accept-Ranges": "bytes",
            # Packed already; compressing would also change what a range means.
            "Content-Encoding": "identity",
        }
        unchanged = get_conditional_response(
            request, headers["ETag"], response=HttpResponse(headers=headers)
        )
        if unchanged.status_code != 200:
            return unchanged
        file = stored.storage.open(stored.name, "rb")
    except OSError as error:
        raise Http404 from error
    return whole_or_part(request, file, headers)


def _caching(media, request):
    """The header for whoever may see `media`; raises `Http404` for all others."""
    if is_public(media):
        return PUBLIC
    if may_be_seen(media, request):
        return PRIVATE
    raise Http404


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
