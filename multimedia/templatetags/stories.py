"""Film and sound in the language of the page."""

from collections import Counter
from dataclasses import dataclass

from django import template
from django.templatetags.static import static
from django.utils.translation import get_language

from home.languages import Language
from home.pictures import size_of
from multimedia.contrast import veil_over
from multimedia.models import Media, Track
from multimedia.models.stories import STILL

register = template.Library()
NO_STILL = "icons/film.svg"
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
    transcript: Track | None
    chapters: list
    still: str  # the address of the picture that stands for a film until it is played


@register.simple_tag
def recording_of(media):
    """A film or sound of the library as `Recording`; None where it was deleted."""
    if not media:
        return None
    language = get_language()
    chapters = media.words_in(language, Track.Kind.CHAPTERS)
    still = size_of(media.still, STILL).url if media.still else static(NO_STILL)
    return Recording(
        media=media,
        tracks=list(shown_tracks(media, language)),
        transcript=media.words_in(language, Track.Kind.TRANSCRIPT),
        chapters=chapters.reading.cues if chapters else [],
        still=still,
    )


def shown_tracks(media, language):
    """Yield what a player offers; words in the language of the page are on from the start."""
    tracks = [track for track in media.tracks_for(language) if track.kind in SHOWN_IN_PLAYER]
    languages = Counter(track.language for track in tracks)
    chosen = False
    for track in tracks:
        words = track.kind != "descriptions"
        default = words and track.language == language and not chosen
        chosen = chosen or default
        name = Language(track.language).name
        more_than_one = languages[track.language] > 1
        label = f"{name} ({track.get_kind_display()})" if more_than_one else name
        yield ShownTrack(track.kind, track.language, label, track.url, default)


@register.simple_tag
def veil(image):
    """What has to lie between a picture and words on it (`multimedia.contrast.Veil`)."""
    return veil_over(image)
