"""Panels and form of the letter editor."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import HelpPanel

from .actions import COPIED_FIELDS
from .removal.guard import RefuseRemovedNames


class SignedPageForm(RefuseRemovedNames, WagtailAdminPageForm):
    """The editor of a signed page; on a translation without what is kept on the source page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.source is not self.instance:
            for name in COPIED_FIELDS:
                # Wagtail does not show the panel of a field that the form lacks.
                self.fields.pop(name, None)


class TranslationNotice(HelpPanel):
    """Says on a translation where its signatories are kept."""

    class BoundPanel(HelpPanel.BoundPanel):
        """Shown on translations only."""

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            source = self.instance.source
            self.is_translation = source is not self.instance
            if self.is_translation:
                self.content = format_html(
                    _(
                        "Names are never translated. This page shows the signatories of "
                        '<a href="{url}">the letter in {language}</a>; change them there.'
                    ),
                    url=f"../../{source.pk}/edit/",
                    language=source.locale.get_display_name(),
                )

        def is_shown(self):
            """Whether this is a translation."""
            return super().is_shown() and self.is_translation
