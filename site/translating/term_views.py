"""Terms, names and lengths of a translation, text by text, without any script."""

from django.utils.translation import gettext_lazy as _

from .segments import segments_of
from .terms import matches_for
from .translation_views import OneTranslationView


def annotated_segments(translation):
    """The segments of a translation, each with its matches: a list of pairs."""
    segments = segments_of(translation)
    matches = matches_for(
        [segment.source_text for segment in segments],
        translation.source.locale,
        translation.target_locale,
    )
    return list(zip(segments, matches, strict=True))


class TermsView(OneTranslationView):
    """The plain page."""

    page_title = _("Terms, names and lengths")
    header_icon = "openquote"

    def get(self, request, number):
        """Show it."""
        return self.answer("terms", rows=annotated_segments(self.translation))
