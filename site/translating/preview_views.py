"""Source and translation side by side."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .access import translation_for
from .translation_views import OneTranslationView


class SideBySideView(OneTranslationView):
    """Both as readers would see them: beside each other, or below on a narrow screen."""

    page_title = _("Side by side")
    header_icon = "view"

    def get(self, request, number):
        """Show the two frames."""
        if not self.is_page:
            raise Http404
        return self.answer(
            "side_by_side",
            source_url=reverse("translating_source_preview", args=[number]),
            target_url=reverse("wagtail_localize:preview_translation", args=[number]),
        )


def source_preview_view(request, number):
    """The source as it was given to translators, who may not open its editor.

    The middleware of previews lets this site frame it, and nobody else.
    """
    translation, _target = translation_for(request, number)
    source = translation.source.as_instance()
    if not hasattr(source, "make_preview_request"):
        raise Http404
    return source.make_preview_request(request, source.default_preview_mode)
