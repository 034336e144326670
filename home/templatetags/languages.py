"""Marking words that are in another language than the page around them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, override

from home.languages import Language

register = template.Library()


@register.simple_tag
def in_language(code):
    """Return ` lang="…" dir="…"` for an element in another language, else nothing."""
    if code == get_language():
        return ""
    return format_html(' lang="{}" dir="{}"', code, Language(code).dir)


@register.simple_tag(takes_context=True)
def in_language_of(context, page):
    """Return what `in_language` does for the title and summary of `page` in a list."""
    return in_language(_code_of(context, page))


@register.simple_tag(takes_context=True)
def other_language_of(context, page):
    """The `Language` of a page in a list, None where it is the one being read."""
    code = _code_of(context, page)
    return None if code == get_language() else Language(code)


def _code_of(context, page):
    text = page.alias_of if page.alias_of_id else page
    codes = {home.locale_id: code for code, home in context["layout"].homes.items()}
    return codes.get(text.locale_id) or text.locale.language_code


@register.filter
def own_name(code):
    """Return what speakers of a language call it."""
    return Language(code).name


@register.simple_tag
def offer_in(language):
    """Return the sentence that offers a page in a `Language`, in that language."""
    with override(language.code):
        return gettext("This page is also available in %(language)s.") % {"language": language.name}
