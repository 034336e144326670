"""Film and sound in the language of the page."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language
from wagtail.images.shortcuts import get_rendition_or_not_found

from home.languages import Language
from multimedia.contrast import veil_over
from multimedia.models import Media, Transcript
from multimedia.models.stories import STILL

register = template.Library()
SHOWN_IN_PLAYER = ("captions", "subtitles", "descriptions")


@dataclass(frozen=True)
class ShownTrack:
    """A track as HTML wants it."""

    kind: str
    language: str
    label: str
    url: str
    default: bool


@dataclass(frozen=True)
class Recording:
    """What a player needs."""

    media: Media
    tracks: list[ShownTrack]
    transcript: Transcript | None
    chapters: list
    still: str  # the address of a film's still picture, empty without one


@register.simple_tag
def recording_of(media):
    """A film or sound of the library as `Recording`; None where it was deleted."""
    if not media:
        return None
    language = get_language()
    still = media.poster and get_rendition_or_not_found(media.poster, STILL).url
    return Recording(
        media=media,
        tracks=list(shown_tracks(media, language)),
        transcript=media.transcript_in(language),
        chapters=media.chapters_in(language),
        still=still or "",
    )


def shown_tracks(media, language):
    """Yield what a player offers; words in the language of the page are on from the start."""
    several = {}
    for track in media.tracks_for(language):
        several.setdefault(track.language, set()).add(track.kind)
    chosen = False
    for track in media.tracks_for(language):
        if track.kind not in SHOWN_IN_PLAYER:
            continue
        words = track.kind != "descriptions"
        default = words and track.language == language and not chosen
        chosen = chosen or default
        name = Language(track.language).name
        more_than_one = len(several[track.language]) > 1
        label = f"{name} ({track.get_kind_display()})" if more_than_one else name
        yield ShownTrack(track.kind, track.language, label, track.url, default)


@register.simple_tag
def veil(image):
    """What has to lie between a picture and words on it (`multimedia.contrast.Veil`)."""
    return veil_over(image)
