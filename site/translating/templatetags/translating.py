"""What templates of the translation editor show of ours."""

from django import template
from wagtail.models import Page

from translating.term_views import annotated_segments

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
