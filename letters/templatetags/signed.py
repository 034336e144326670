"""What stands around the text of a statement or letter."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from home.models import Theme
from letters import convenors
from letters.history import entries
from letters.related import related_pages

register = template.Library()

register.simple_tag(entries.updates_of, name="updates_of")
register.simple_tag(entries.corrections_of, name="corrections_of")


@dataclass(frozen=True)
class Subjects:
    """What a text is about: slugs of themes and codes of countries, with their names."""

    themes: dict
    countries: dict


@register.simple_tag
def subjects_of(page):
    """The themes and countries (`Subjects`) of a page, in the language being read."""
    themes = list(page.themes.all())
    names = {theme.slug: theme.name for theme in themes}
    # Most often they are in the language of the page, which is that of the reader.
    if page.alias_of_id or any(theme.locale_id != page.locale_id for theme in themes):
        names = Theme.names(themes, get_language())
    return Subjects(names, {country.code: country.name for country in page.countries})


@register.simple_tag
def related_to(page, subjects):
    """Up to three published texts on one of the `Subjects`, newest first."""
    return related_pages(page, list(subjects.themes), list(subjects.countries))


@register.simple_tag(takes_context=True)
def list_above(context, page):
    """The published list that `page` stands in, or None."""
    above = context["layout"].breadcrumb
    return above[-1] if above and above[-1].path == page.path[: -page.steplen] else None


@register.simple_tag
def convenors_of(page):
    """The names (`OrganisationName`) of the organisations that brought a letter together.

    In the language being read where the organisation has one; see `letters.convenors`.
    """
    return convenors.names_of(page, get_language())
