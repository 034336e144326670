"""What the templates of publications ask for."""

import re

from django import template
from django.utils.html import format_html
from wagtail.images import get_image_model

from home.languages import Language
from home.templatetags.pictures import FORMATS
from publications.citations.files import bibtex, ris
from publications.citations.reference import reference_of
from publications.citations.styles import apa, chicago
from publications.contents import contents_of
from publications.details import details_of, reading_of
from publications.metadata import metadata

register = template.Library()

# In brackets, also in those of Chinese.
ABBREVIATION = re.compile("([(\uff08]CC[^)\uff09]*[)\uff09])")

register.simple_tag(metadata, name="metadata_of")
register.filter("reading", reading_of)


@register.simple_tag(takes_context=True, name="details_of")
def shown_details_of(context, page):
    """The `Details` of a publication: in a preview as its form has them."""
    request = context.get("request")
    return details_of(page, draft=getattr(request, "is_preview", False))


@register.simple_tag
def text_of(page):
    """The chapters, parts and footnotes (`Contents`) of a publication."""
    return contents_of(page.body)


@register.simple_tag
def citations_of(page):
    """(name, citation) in every style, the styles for people first."""
    reference = reference_of(page)
    styles = {"APA": apa, "Chicago": chicago, "BibTeX": bibtex, "RIS": ris}
    return [(name, style(reference)) for name, style in styles.items()]


@register.simple_tag
def load_covers(entries, *kinds):
    """Find the covers of publications with few queries; sets `shown_cover` on each.

    That is what an editor chose, else the first page of the first PDF, else the picture for
    lists, else None. Pages of other types show their picture for lists.
    """
    entries = list(entries)
    chosen = {
        entry.pk: getattr(entry, "cover_id", None)
        or getattr(entry, "first_cover", None)
        or entry.social_image_id
        for entry in entries
    }
    specs = {spec for kind in kinds for spec in FORMATS[kind].specs}
    wanted = set(chosen.values()) - {None}
    images = get_image_model().objects.prefetch_renditions(*specs).in_bulk(wanted)
    for entry in entries:
        entry.shown_cover = images.get(chosen[entry.pk])
    return ""


@register.simple_tag
def option(filters, name, value):
    """The address of a list with another value of an option (`home.facets.Filters`)."""
    return filters.with_option(name, value)


@register.filter
def abbreviation_apart(licence):
    """The name of a licence, with its abbreviation on one line and from left to right."""
    parts = ABBREVIATION.split(licence, maxsplit=1)
    if len(parts) == 1:
        return licence
    return format_html('{}<bdi class="unbroken" dir="ltr">{}</bdi>{}', *parts)


@register.simple_tag
def native_name(code):
    """What the speakers of a language call it."""
    return Language(code).name
