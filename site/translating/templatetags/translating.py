"""What templates of the translation editor show of ours."""

from django import template
from wagtail.models import Page

from translating.term_views import annotated_segments
from translating.unpublishing import what_stays

register = template.Library()


@register.inclusion_tag("translating/admin/editor_panel.html")
def translators_panel(translation):
    """The desk's links and the terms of a translation (`Translation`), below its editor."""
    rows = annotated_segments(translation)
    return {
        "translation": translation,
        "is_page": issubclass(translation.source.specific_content_type.model_class(), Page),
        "rows": [(segment, matches) for segment, matches in rows if matches or segment.warning],
    }


@register.simple_tag(takes_context=True)
def stays_public(context, page):
    """What is public in other languages once `page` is taken off (`what_stays`)."""
    return what_stays(page, context["request"].user)
