"""The editor of captions: a file or a text, and what is wrong with it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from multimedia import webvtt

LARGEST_TRACK = 1024 * 1024
PREVIEWED = 200


class TrackForm(WagtailAdminModelForm):
    """Takes the text from a file where one is given."""

    upload = forms.FileField(
        label=_("or a file"),
        required=False,
        help_text=_("Its text replaces the one above."),
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
    )

    def clean_upload(self):
        """The text of the file, empty without one."""
        upload = self.cleaned_data["upload"]
        if not upload:
            return ""
        if upload.size > LARGEST_TRACK:
            raise ValidationError(_("This is too much text for captions."))
        try:
            return webvtt.decode(upload.read())
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def clean(self):
        """Put the text of the file where the model looks for it."""
        cleaned = super().clean()
        if cleaned.get("upload"):
            cleaned["text"] = cleaned["upload"]
        return cleaned


class ReadingPanel(Panel):
    """Shows what is saved as players will read it, with warnings."""

    class BoundPanel(Panel.BoundPanel):
        """Shown once there is something to read."""

        template_name = "multimedia/admin/reading.html"

        def is_shown(self):
            """Whether a text was saved."""
            track = self.instance
            return super().is_shown() and bool(track.pk and track.text and track.is_timed)

        def get_context_data(self, parent_context=None):
            """Add `reading`, and its first `cues`."""
            reading = self.instance.reading
            return super().get_context_data(parent_context) | {
                "reading": reading,
                "cues": reading.cues[:PREVIEWED],
            }
