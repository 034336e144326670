"""What a text is about, and the list that it stands in."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from home.models import Theme

register = template.Library()


@dataclass(frozen=True)
class Subjects:
    """What a text is about: slugs of themes and codes of countries, with their names."""

    themes: dict
    countries: dict


@register.simple_tag
def subjects_of(page):
    """The themes and countries (`Subjects`) of a page, in the language being read."""
    names = Theme.names(page.themes.all(), get_language())
    return Subjects(names, {country.code: country.name for country in page.countries})


@register.simple_tag(takes_context=True)
def list_above(context, page):
    """The published list that `page` stands in, or None."""
    above = context["layout"].breadcrumb
    return above[-1] if above and above[-1].path == page.path[: -page.steplen] else None
