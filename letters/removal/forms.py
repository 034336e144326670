"""What staff are asked before a signatory is removed."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from letters.models import Organisation
from letters.receivers import SIGNED_PAGES

from .records import name_of


class TargetForm(forms.Form):
    """Who: a name exactly as signed, or an organisation; and from how much."""

    EVERYWHERE, ONE_TEXT = "everywhere", "text"

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=10_000,
        help_text=_("Exactly as it stands under the text, to the last full stop."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto", "list": "names"}
        ),
    )
    scope = forms.ChoiceField(
        label=_("From where"),
        choices=[
            (EVERYWHERE, _("From every statement and letter, and from the directory")),
            (ONE_TEXT, _("Only from this text, in all its languages")),
        ],
        initial=EVERYWHERE,
        required=False,
        widget=forms.RadioSelect,
    )
    page = forms.ModelChoiceField(Page.objects.all(), required=False, widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # An organisation is removed with all its names; no page, no choice of a text.
        if self._given("organisation"):
            del self.fields["name"], self.fields["scope"], self.fields["page"]
        elif not self._given("page"):
            del self.fields["scope"]

    def _given(self, name):
        return self.data.get(name) if self.is_bound else self.initial.get(name)

    def clean_page(self):
        """The page as what it is; anything but a statement or letter is none."""
        page = self.cleaned_data["page"]
        return page.specific if page and page.specific_class in SIGNED_PAGES else None

    def clean(self):
        """Ask for a name where no organisation is given."""
        cleaned = super().clean()
        if "name" in self.fields and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Type the name as it stands under the text."))
        return cleaned

    @property
    def target(self):
        """The arguments of `plan_removal`, of a valid form."""
        cleaned = self.cleaned_data
        if organisation := cleaned.get("organisation"):
            return {"organisation": organisation}
        only_text = cleaned.get("scope") == self.ONE_TEXT
        return {"name": cleaned["name"], "page": cleaned.get("page") if only_text else None}

    @property
    def suggestions(self):
        """The names under the page as published and as drafted, in order."""
        page = self._given("page")
        page = page and Page.objects.filter(pk=getattr(page, "pk", page)).first()
        if not page or page.specific_class not in SIGNED_PAGES:
            return []
        versions = [page.specific, page.specific.get_latest_revision_as_object()]
        names = [
            name_of(record.to_dict())
            for version in versions
            for block in version.signatories
            for record in block.value["names"]
        ]
        return list(dict.fromkeys(names))


class ConfirmationForm(forms.Form):
    """That it is meant: a word to type, and the plan that was seen."""

    word = forms.CharField(
        label=_("Confirm"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    # What is to be typed, in the language of the admin.
    expected = _("REMOVE")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["word"].help_text = _("Type %(word)s to remove the name.") % {
            "word": self.expected
        }

    def clean_word(self):
        """Compare it without regard to case."""
        word = self.cleaned_data["word"].strip()
        if word.casefold() != str(self.expected).casefold():
            raise forms.ValidationError(
                _("Nothing was removed: type %(word)s to confirm.") % {"word": self.expected}
            )
        return word
