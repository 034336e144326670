"""Times within a recording, as people and as players write them."""

from django import template

register = template.Library()


@register.filter
def clock(seconds):
    """Return seconds as "1:05", with hours where there are some."""
    whole = int(seconds or 0)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def iso_duration(seconds):
    """Return seconds as an ISO 8601 duration, such as PT1M5S."""
    whole = round(seconds or 0)
    return f"PT{whole // 60}M{whole % 60}S"
