"""For error pages, which must come out whatever has failed."""

from django import template
from django.templatetags.static import static

register = template.Library()


@register.simple_tag
def static_if_there(path):
    """Return the address of a static file, or nothing where files were not collected."""
    try:
        return static(path)
    except (OSError, ValueError):
        return ""
