"""Pictures in the sizes that screens need, and no query for each of them in a list."""

from django import template
from django.conf import settings
from django.utils.translation import get_language
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

from home.blocks.pictures import pictures_in
from home.pictures import FORMATS, SHARED, load, size_of

register = template.Library()


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(context, image, kind, eager=False, decorative=False):
    """Show `image` (or nothing without one, or where it must not be shown) as `kind`.

    `kind` is one of `FORMATS`. The first picture of a page does not wait to be scrolled to, nor
    does one that is `eager`. `decorative` where the words beside it say the same; there a
    distressing picture is left out, elsewhere it stands behind its notice.
    """
    if not image or not (image.is_for_all if decorative else image.may_be_shown):
        return {"base": None}
    form = FORMATS[kind]
    found = _renditions(image, form)
    return {
        "base": found[form.jpeg],
        "largest": found[form.webp[-1]],
        "sources": [
            ("image/avif", _srcset(found[spec] for spec in form.avif if spec in found)),
            ("image/webp", _srcset(found[spec] for spec in form.webp)),
        ],
        "sizes": form.sizes,
        "warning": image.get_warning_display(),
        "eager": (_is_first(context) or eager) and not image.warning,
        **_alternative(image, decorative),
    }


def _renditions(image, form):
    """The renditions by filter; of AVIF all or none, as they are asked for when one is missing."""
    specs = map(Filter, form.specs)
    found = {made.spec: file for made, file in image.find_existing_renditions(*specs).items()}
    needed = [spec for spec in [*form.webp, form.jpeg] if spec not in found]
    if needed:
        found |= get_renditions_or_not_found(image, needed)
    late = [spec for spec in form.avif if spec not in found]
    if late:
        image.ask_for_renditions(late)
        found = {spec: file for spec, file in found.items() if spec not in form.avif}
    return found


def _srcset(renditions):
    # A small original gives the same picture several times.
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


def _is_first(context):
    layout = context.get("layout")
    first = bool(layout) and not layout.has_picture
    if layout:
        layout.has_picture = True
    return first


def _alternative(image, decorative):
    """The alternative text, and its language where that is not the page's."""
    language = get_language()
    if decorative or image.decorative:
        return {"alt": "", "alt_language": language}
    if image.contextual_alt_text:
        return {"alt": image.contextual_alt_text, "alt_language": language}
    own = language in image.alt_texts
    return {
        "alt": image.alt_in(language),
        "alt_language": language if own else settings.LANGUAGE_CODE,
    }


@register.simple_tag
def shared_picture(image):
    """Return the rendition that other sites show beside a link; None without a picture, and
    for one that needs a notice first."""
    if not image or not image.is_for_all:
        return None
    return size_of(image, SHARED)


@register.simple_tag
def load_pictures(entries, attribute, *kinds):
    """Fetch with two queries what `picture` needs to show `entries` as `kinds`, if it is missing.

    `attribute` names the field of an entry that holds its picture.
    """
    load([(entry, attribute) for entry in entries], *kinds)
    return ""


@register.simple_tag
def load_pictures_within(value, *kinds):
    """Fetch with one query the renditions that `picture` needs for all pictures in `value`.

    `value` is that of a stream or any other block; its pictures are shown as `kinds`.
    """
    images = list(pictures_in(value))
    specs = {spec for kind in kinds for spec in FORMATS[kind].specs}
    made = {}
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs)
    for rendition in renditions.filter(image__in=[image.pk for image in images]) if images else ():
        made.setdefault(rendition.image_id, []).append(rendition)
    for image in images:
        image.prefetched_renditions = made.get(image.pk, [])
        for rendition in image.prefetched_renditions:
            rendition.image = image
    return ""
