"""Panels of the page editor that several kinds of pages share."""

from django.utils.html import format_html
from wagtail.admin.panels import HelpPanel


class TranslationNotice(HelpPanel):
    """Says on a translation which of its parts are kept on the page that it was made from.

    `text` is the sentence, with `{url}` for that page's editor and `{language}`; the page has
    a `source`, which is the page itself where it is no translation.
    """

    def __init__(self, text="", **kwargs):
        super().__init__(**kwargs)
        self.text = text

    def clone_kwargs(self):
        """What Wagtail makes a copy from."""
        return super().clone_kwargs() | {"text": self.text}

    class BoundPanel(HelpPanel.BoundPanel):
        """Shown on translations only."""

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            source = self.instance.source
            self.is_translation = source is not self.instance
            if self.is_translation:
                self.content = format_html(
                    self.panel.text,
                    url=f"../../{source.pk}/edit/",
                    language=source.locale.get_display_name(),
                )

        def is_shown(self):
            """Whether this is a translation."""
            return super().is_shown() and self.is_translation
