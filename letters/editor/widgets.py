"""The text area of a names block in Wagtail's editor."""

from django import forms
from django.urls import reverse
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from . import checks


class SignatoryNamesInput(forms.Textarea):
    """One text area, the hidden memory of its lines, and room for the preview.

    Its value is a dict of `text` and `state`.
    """

    template_name = "letters/admin/signatory_names_input.html"

    def get_context(self, name, value, attrs):
        """Add the address that answers with the preview, and the limit of lines."""
        return super().get_context(name, None, attrs) | {
            "preview_url": reverse("letters_signatory_preview"),
            "most_lines": checks.MAX_LINES,
            "too_many_lines": checks.too_many_lines("{count}"),
        }

    def value_from_datadict(self, data, files, name):
        """Return what was typed and the state that came with it, if any did."""
        return {"typed": data.get(name) or "", "state": data.get(f"{name}-state") or ""}


class SignatoryNamesInputAdapter(WidgetAdapter):
    """Hands the widget to the script that brings it to life."""

    js_constructor = "letters.SignatoryNamesInput"

    @property
    def media(self):
        """The script and its style sheet, after Wagtail's own."""
        return super().media + forms.Media(
            js=[versioned_static("letters/admin/signatory-names.js")],
            css={"all": [versioned_static("letters/admin/signatory-names.css")]},
        )


register(SignatoryNamesInputAdapter(), SignatoryNamesInput)
