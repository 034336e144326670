"""What stands around the text of a statement or letter."""

from django import template
from django.utils.translation import get_language

from home.templatetags.subjects import list_above, subjects_of
from letters import convenors
from letters.history import entries
from letters.related import related_pages

register = template.Library()

register.simple_tag(subjects_of)
register.simple_tag(list_above, takes_context=True)
register.simple_tag(entries.updates_of, name="updates_of")
register.simple_tag(entries.corrections_of, name="corrections_of")


@register.simple_tag
def related_to(page, subjects):
    """Up to three published texts on one of the `Subjects`, newest first."""
    return related_pages(page, list(subjects.themes), list(subjects.countries))


@register.simple_tag
def convenors_of(page):
    """The names (`OrganisationName`) of the organisations that brought a letter together.

    In the language being read where the organisation has one; see `letters.convenors`.
    """
    return convenors.names_of(page, get_language())
