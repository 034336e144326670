"""Panels of the publication editor."""

from wagtail.admin.panels import HelpPanel


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
