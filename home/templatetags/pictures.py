"""Pictures in the sizes that screens need, and no query for each of them in a list."""

from django import template
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_rendition_or_not_found, get_renditions_or_not_found

from home.pictures import FORMATS, SHARED, load

register = template.Library()


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
    """Fetch with two queries what `picture` needs to show `entries` as `kinds`, if it is missing.

    `attribute` names the field of an entry that holds its picture.
    """
    load([(entry, attribute) for entry in entries], *kinds)
    return ""
