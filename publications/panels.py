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


class ReadingsPanel(HelpPanel):
    """What was found in the files of the publication, with proposals to take over."""

    def __init__(self, **kwargs):
        kwargs.setdefault("template", "publications/admin/readings_panel.html")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """Shown once there is a file."""

        class Media:
            js = ["publications/admin/take-over.js"]
            css = {"all": ["publications/admin/readings.css"]}

        def is_shown(self):
            """Whether the publication has files."""
            return super().is_shown() and bool(self.files)

        @property
        def files(self):
            """The files as they are stored, in their order."""
            return list(self.instance.files.all())

        def get_context_data(self, parent_context=None):
            """Add `found`: a `publications.reading.report.Report` of each file."""
            from publications.reading.report import report_on  # it reads the models

            context = super().get_context_data(parent_context)
            return context | {"found": [report_on(file.document) for file in self.files]}
