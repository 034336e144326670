"""Pictures in the sizes that screens need, and no query for each of them in a list."""

from dataclasses import dataclass

from django import template
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_rendition_or_not_found, get_renditions_or_not_found

register = template.Library()


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
    # Upright, as paper is.
    "cover": Format(
        ("max-240x340|format-webp", "max-480x680|format-webp"),
        "(min-width: 62em) 13rem, (min-width: 30em) 11rem, 38vw",
    ),
    "cover-small": Format(
        ("max-120x170|format-webp", "max-240x340|format-webp"),
        "(min-width: 40em) 7rem, 20vw",
    ),
    "purpose": Format(
        ("width-640|format-webp", "width-1024|format-webp", "width-1600|format-webp"),
        "(min-width: 62em) 45vw, 100vw",
    ),
}
SHARED = "fill-1200x630|format-jpeg"


@register.inclusion_tag("components/picture.html")
def picture(image, kind, eager=False, decorative=False):
    """Show `image` (or nothing without one) as `kind`, one of `FORMATS`.

    `eager` for the first picture of a page, which must not wait; `decorative` where the
    words beside it say the same.
    """
    if not image:
        return {"base": None}
    form = FORMATS[kind]
    renditions = list(get_renditions_or_not_found(image, form.specs).values())
    # A small original gives the same picture several times.
    by_width = {rendition.width: rendition for rendition in renditions}
    return {
        "base": renditions[0],
        "largest": renditions[-1],
        "srcset": ", ".join(f"{item.url} {width}w" for width, item in by_width.items()),
        "sizes": form.sizes if len(by_width) > 1 else "",
        "alt": "" if decorative else renditions[0].alt,
        "eager": eager,
    }


@register.simple_tag
def shared_picture(image):
    """Return the rendition that other sites show beside a link; None without a picture."""
    return get_rendition_or_not_found(image, Filter(SHARED)) if image else None


@register.simple_tag
def load_pictures(entries, attribute, *kinds):
    """Fetch with two queries what `picture` needs to show `entries` as `kinds`.

    `attribute` names the field of an entry that holds its picture.
    """
    wanted = {getattr(entry, f"{attribute}_id") for entry in entries} - {None}
    specs = {spec for kind in kinds for spec in FORMATS[kind].specs}
    images = get_image_model().objects.prefetch_renditions(*specs).in_bulk(wanted)
    for entry in entries:
        setattr(entry, attribute, images.get(getattr(entry, f"{attribute}_id")))
    return ""
