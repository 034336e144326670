"""Names of organisations as HTML."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from letters.editor.corrections import CorrectionError, checked_language
from letters.editor.wording import language_label
from letters.scripts import direction_of, language_of

register = template.Library()


@register.simple_tag
def isolated(name):
    """Return a name (`OrganisationName` or `Signature`) in a `<bdi>` with its language.

    The language is the one it is stored with, else what its script proves; none where it is
    that of the page.
    """
    text = str(name)
    language = _language(getattr(name, "language", "") or getattr(name, "lang", ""), text)
    attributes = mark_safe("")
    if language and language.lower() != get_language():
        attributes += format_html(' lang="{}"', language)
    if attributes or direction_of(text) == "rtl":
        attributes += format_html(' dir="{}"', direction_of(text))
    return format_html("<bdi{}>{}</bdi>", attributes, text)


def _language(stored, text):
    try:
        return checked_language(stored) or language_of(text)
    except CorrectionError:  # what somebody typed for a language is no code
        return language_of(text)


@register.filter
def own_language(name):
    """Return what speakers call the language of an `OrganisationName`, empty if unknown."""
    return language_label(_language(name.language, name.text))
