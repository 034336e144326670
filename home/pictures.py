"""Pictures: how each place cuts them, and fetching many at once."""

from dataclasses import dataclass

from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_rendition_or_not_found


@dataclass(frozen=True)
class Format:
    """How a picture is cut for one place: the cuts, and how wide it will stand there."""

    cuts: tuple[str, ...]
    sizes: str

    @property
    def webp(self):
        """The filters of what nearly all browsers show; made when they are missing."""
        return [f"{cut}|format-webp" for cut in self.cuts]

    @property
    def avif(self):
        """The filters of the smallest files; they take long, so they come from the background."""
        return [f"{cut}|format-avif" for cut in self.cuts]

    @property
    def jpeg(self):
        """The filter of the one file for old browsers and for saving."""
        return f"{self.cuts[(len(self.cuts) - 1) // 2]}|format-jpeg"

    @property
    def specs(self):
        """All filters."""
        return [*self.webp, *self.avif, self.jpeg]


# Widths in `sizes` follow the grids in components.css.
FORMATS = {
    "card": Format(
        ("fill-480x320", "fill-960x640"), "(min-width: 62em) 24rem, (min-width: 42em) 46vw, 92vw"
    ),
    "large": Format(
        ("fill-640x427", "fill-960x640", "fill-1440x960"), "(min-width: 62em) 48rem, 92vw"
    ),
    "thumbnail": Format(("fill-240x160", "fill-480x320"), "(min-width: 40em) 14rem, 22vw"),
    "text": Format(("width-480", "width-800", "width-1280"), "(min-width: 42em) 38rem, 92vw"),
    # Upright, as paper is.
    "cover": Format(
        ("max-240x340", "max-480x680"), "(min-width: 62em) 13rem, (min-width: 30em) 11rem, 38vw"
    ),
    "cover-small": Format(("max-120x170", "max-240x340"), "(min-width: 40em) 7rem, 20vw"),
    # Across the whole screen, with words over it: cut by the stylesheet.
    "scene": Format(("width-640", "width-1024", "width-1600"), "100vw"),
    # One of a pair or a row.
    "pair": Format(("width-640", "width-1280"), "(min-width: 62em) 58rem, 92vw"),
    "purpose": Format(("width-640", "width-1024", "width-1600"), "(min-width: 62em) 45vw, 100vw"),
}
SHARED = "fill-1200x630|format-jpeg"


def size_of(image, spec):
    """The rendition of `image` by the filter `spec`, made when it is missing.

    Wagtail's own way writes each rendition that it finds to the cache, whenever it is asked.
    """
    wanted = Filter(spec)
    found = image.find_existing_renditions(wanted).get(wanted)
    return found or get_rendition_or_not_found(image, wanted)


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
