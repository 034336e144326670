"""Marking words that are in another language than the page around them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

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
    codes = {home.locale_id: code for code, home in context["layout"].homes.items()}
    return in_language(codes.get(page.locale_id) or page.locale.language_code)
