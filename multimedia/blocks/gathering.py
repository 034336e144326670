"""Fetching what a story shows at once, not once for each kind of block.

Wagtail asks the database for each chooser of each block type. `gathered` reads the numbers of
all pictures and recordings from the stored JSON and fetches them together; the choosers of
this module then take them from there.
"""

import copy
from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Prefetch, prefetch_related_objects
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from home.blocks.lost import PictureBlock, PictureFieldMixin
from home.translated import UntranslatedMixin

_found = ContextVar("found", default=None)


class GatheredMixin:
    """A chooser that looks first at what was gathered."""

    def bulk_to_python(self, values):
        """The chosen objects, None where one is gone."""
        found = _found.get()
        if found is None:
            return super().bulk_to_python(values)
        # Each use of a picture has an alternative text of its own.
        return [copy.copy(found.get((self.target_model, pk))) for pk in values]


class GatheredImageChooserBlock(PictureFieldMixin, GatheredMixin, ImageChooserBlock):
    """A picture."""


class PictureChooserBlock(PictureBlock):
    """A picture with its alternative text."""

    chooser_class = GatheredImageChooserBlock


class FilmChooserBlock(UntranslatedMixin, GatheredMixin, VideoChooserBlock):
    """A film. Its subtitles and transcripts are in many languages, it is not."""


class SoundChooserBlock(UntranslatedMixin, GatheredMixin, AudioChooserBlock):
    """A sound."""


@contextmanager
def gathered(stream, pictures=()):
    """Within this, `stream` (a `StreamValue`) becomes objects with four queries.

    `pictures` are the numbers of others that the page shows. Yields a dictionary from (model,
    number) to the object.
    """
    wanted = defaultdict(set)
    for chooser, pk in numbers_in(stream.stream_block, stream.raw_data):
        wanted[chooser.target_model].add(pk)
    token = _found.set(fetched(wanted, set(pictures)))
    try:
        yield _found.get()
    finally:
        _found.reset(token)


def fetched(wanted, pictures):
    """The wanted objects: films and sounds with their words, pictures with their sizes."""
    from multimedia.models import Image, Media, Rendition  # the models are built from blocks

    media = Media.objects.select_related("poster", "described_version")
    media = media.prefetch_related("tracks").in_bulk(wanted[Media]) if wanted[Media] else {}
    images = Image.objects.in_bulk(wanted[Image] | pictures)
    shown = [*images.values(), *(item.poster for item in media.values() if item.poster)]
    sizes = Prefetch(
        "renditions", queryset=Rendition.objects.all(), to_attr="prefetched_renditions"
    )
    prefetch_related_objects(shown, sizes)
    return {(type(item), item.pk): item for item in [*media.values(), *images.values()]}


def numbers_in(block, value):
    """Yield (chooser, number) for what is chosen in `value`, the stored form of a block."""
    if isinstance(block, GatheredMixin) and isinstance(value, int):
        yield block, value
    elif isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from numbers_in(child, value.get(name))
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for item in value:
            wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield from numbers_in(block.child_block, item["value"] if wrapped else item)
    elif isinstance(block, blocks.StreamBlock):
        for item in value or []:
            if child := block.child_blocks.get(item["type"]):
                yield from numbers_in(child, item["value"])
