"""Pictures: how each place cuts them, and fetching many at once."""

from dataclasses import dataclass

from wagtail.images import get_image_model


@dataclass(frozen=True)
class Format:
    """How a picture is cut for one place: the filters, and how wide it will stand there."""

    specs: tuple[str, ...]
    sizes: str


# Widths in `sizes` follow the grids in components.css.
FORMATS = {
    "card": Format(
        ("fill-480x320|format-webp", "fill-960x640|format-webp"),
        "(min-width: 62em) 24rem, (min-width: 42em) 46vw, 92vw",
    ),
    "large": Format(
        ("fill-640x427|format-webp", "fill-960x640|format-webp", "fill-1440x960|format-webp"),
        "(min-width: 62em) 48rem, 92vw",
    ),
    "thumbnail": Format(
        ("fill-240x160|format-webp", "fill-480x320|format-webp"),
        "(min-width: 40em) 14rem, 22vw",
    ),
    "text": Format(
        ("width-480|format-webp", "width-800|format-webp", "width-1280|format-webp"),
        "(min-width: 42em) 38rem, 92vw",
    ),
    "purpose": Format(
        ("width-640|format-webp", "width-1024|format-webp", "width-1600|format-webp"),
        "(min-width: 62em) 45vw, 100vw",
    ),
}
SHARED = "fill-1200x630|format-jpeg"


def load(places, *kinds):
    """Fetch with two queries the pictures in `places`, cut as `kinds` and for sharing.

    Takes pairs of an object and the name of its field. Those that were fetched in this way
    before are left as they are: a page fetches all its pictures first, its parts their own.
    """
    missing = [place for place in places if not _is_loaded(*place)]
    wanted = {getattr(thing, f"{name}_id") for thing, name in missing} - {None}
    if not wanted:
        return
    specs = {SHARED} | {spec for kind in kinds for spec in FORMATS[kind].specs}
    images = get_image_model().objects.prefetch_renditions(*specs).in_bulk(wanted)
    for thing, name in missing:
        setattr(thing, name, images.get(getattr(thing, f"{name}_id")))


def _is_loaded(thing, name):
    field = thing._meta.get_field(name)
    return field.is_cached(thing) and hasattr(getattr(thing, name), "prefetched_renditions")
