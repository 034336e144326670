"""What search engines are told of a page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from home.structured_data import as_json, graph

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context, picture):
    """Return JSON-LD on the page of `layout`; `picture` has a `full_url`, or is None."""
    data = graph(context["layout"], picture.full_url if picture else "")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(as_json(data)))
