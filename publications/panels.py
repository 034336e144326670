"""Panels of the publication editor."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel


class TranslationNotice(HelpPanel):
    """Says on a translation where its authors and files are kept."""

    class BoundPanel(HelpPanel.BoundPanel):
        """Shown on translations only."""

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            source = self.instance.source
            self.is_translation = source is not self.instance
            if self.is_translation:
                self.content = format_html(
                    _(
                        "This page shows the authors and files of "
                        '<a href="{url}">the publication in {language}</a>; change them there.'
                    ),
                    url=f"../../{source.pk}/edit/",
                    language=source.locale.get_display_name(),
                )

        def is_shown(self):
            """Whether this is a translation."""
            return super().is_shown() and self.is_translation
