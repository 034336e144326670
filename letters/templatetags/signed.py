"""What stands around the text of a statement or letter."""

from django import template
from django.utils.translation import get_language

from home.templatetags.subjects import list_above, subjects_of
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
    """The names of the organisations that brought a letter together, in their order.

    In the language being read where the organisation has one; those that are not to be
    shown are left out.
    """
    convenors = page.convenors.select_related("organisation")
    organisations = [
        convenor.organisation
        for convenor in convenors.prefetch_related("organisation__names")
        if not convenor.organisation.suppressed
    ]
    return [
        organisation.name_in(get_language()) or organisation.display_name
        for organisation in organisations
    ]
