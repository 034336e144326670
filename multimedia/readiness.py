"""Whether film and sound in a story reach those who do not hear or see them."""

from collections import Counter

from django.db.models import prefetch_related_objects
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .blocks import found_in
from .blocks.recordings import VoiceQuoteValue
from .blocks.scenes import SceneValue
from .models import Media

LARGEST_LOOP = 5 * 1024 * 1024


def recording_problems(chapters):
    """What keeps a story from being published, as sentences that name the recordings.

    `chapters` is the value of a story's stream. Films that run without sound behind words
    need neither captions nor transcript, but may not be heavy; a spoken quote stands beside
    its words.
    """
    loops = [scene["loop"] for scene in found_in(chapters, SceneValue) if scene["loop"]]
    voices = [quote["voice"] for quote in found_in(chapters, VoiceQuoteValue) if quote["voice"]]
    uses = Counter(media.pk for media in found_in(chapters, Media))
    uses.subtract(media.pk for media in [*loops, *voices])
    shown = {media.pk: media for media in found_in(chapters, Media) if uses[media.pk] > 0}
    prefetch_related_objects(list(shown.values()), "tracks")
    problems = [problem for media in shown.values() for problem in problems_of(media)]
    return problems + [
        _("The film “%(title)s” runs behind words and is larger than %(size)s.")
        % {"title": loop.title, "size": filesizeformat(LARGEST_LOOP)}
        for loop in {loop.pk: loop for loop in loops}.values()
        if (loop.size or 0) > LARGEST_LOOP
    ]


def problems_of(media):
    """What a recording lacks, as sentences."""
    name = {"title": media.title}
    if media.type == "video" and not media.still:
        yield (
            _(
                "The film “%(title)s” has no still picture that may be shown. Choose one without "
                "a content notice in the form of the film: readers see it until they play it."
            )
            % name
        )
    if media.type == "video" and not (media.no_speech or media.is_captioned):
        yield (
            _(
                "The film “%(title)s” has no captions. Add them under Snippets, or mark the film "
                "as one in which nobody speaks."
            )
            % name
        )
    if not media.has_transcript:
        if media.type == "video":
            message = _(
                "The film “%(title)s” has no transcript. Add one under Snippets: what is said, "
                "and what is to be seen."
            )
        else:
            message = _("The sound “%(title)s” has no transcript. Add one under Snippets.")
        yield message % name
