"""The form of a picture in the admin."""

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm
from wagtail.models import Locale

from home.languages import Language

from .fields import PictureUploadField
from .models.consent import PictureConsent
from .waiting import AskAboutWordsMixin, mark_as_proposed, proposals_for

CARE_PERMISSION = "multimedia.care_for_pictures"


class PictureForm(AskAboutWordsMixin, BaseImageForm):
    """Adds the alternative text in each language and, for those who may, the consent."""

    consent_fields = {
        f"consent_{name}": PictureConsent._meta.get_field(name).formfield
        for name in ("reference", "scope", "until")
    }

    def __init__(self, *args, user=None, **kwargs):
        self.may_care = bool(user and user.has_perm(CARE_PERMISSION))
        super().__init__(*args, user=user, **kwargs)
        self._replace_file_field()
        self._add_alternative_texts()
        if self.may_care:
            self._add_consent()
        self._propose()
        self.order_fields(["title", "file", "description", *self.alt_fields])

    @cached_property
    def alt_fields(self):
        """Codes of the other languages of the site, by the name of their field."""
        codes = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        return {
            f"alt_{code.replace('-', '_')}": code
            for code in codes.order_by("language_code").values_list("language_code", flat=True)
        }

    def _replace_file_field(self):
        if "file" in self.fields:
            old = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=old.label, widget=old.widget, required=old.required
            )

    def _add_alternative_texts(self):
        if "description" not in self.fields:
            return
        language = _language_name(settings.LANGUAGE_CODE)
        field = self.fields["description"]
        field.label = _("Alternative text (%(language)s)") % {"language": language}
        field.help_text = _(
            "What the picture shows, for people who do not see it: one or two sentences. "
            "No names of people who must not be found."
        )
        for name, code in self.alt_fields.items():
            language = {"lang": code, "dir": Language(code).dir}
            self.fields[name] = forms.CharField(
                label=_("Alternative text (%(language)s)") % {"language": _language_name(code)},
                required=False,
                max_length=255,
                initial=self.instance.alt_texts.get(code, ""),
                widget=forms.TextInput(attrs=language),
            )

    def _add_consent(self):
        if "people" not in self.fields:
            return
        consent = getattr(self.instance, "consent", None) if self.instance.pk else None
        for name, make in self.consent_fields.items():
            initial = getattr(consent, name.removeprefix("consent_"), None)
            self.fields[name] = make(initial=initial)

    def _propose(self):
        """Show what the file said in fields that are empty; it is kept only if saved."""
        words = getattr(self.instance, "words", None)
        if not words or self.is_bound:
            return
        found = proposals_for(self, words, lambda name: not getattr(self.instance, name))
        for name, text in found.items():
            self.initial[name] = text
            mark_as_proposed(self, name)

    def clean(self):
        """Keep what the file said for the form that follows an upload, or ask about it now."""
        cleaned = super().clean()
        file = cleaned.get("file")
        self.instance.words = getattr(file, "words", None)
        if not self.errors:
            self.ask_about_words(file)
        return cleaned

    def save(self, commit=True):
        """Save the picture, its alternative texts and its consent."""
        for name, code in self.alt_fields.items():
            if self.add_prefix(name) in self.data:
                text = self.cleaned_data.get(name, "").strip()
                self.instance.alt_texts.pop(code, None)
                if text:
                    self.instance.alt_texts[code] = text
        image = super().save(commit=commit)
        if commit:
            self._save_consent()
            self.forget_waiting()
        return image

    def _save_consent(self):
        sent = [name for name in self.consent_fields if self.add_prefix(name) in self.data]
        if not sent or not self.may_care:
            return
        values = {name.removeprefix("consent_"): self.cleaned_data[name] for name in sent}
        if any(values.values()):
            PictureConsent.objects.update_or_create(image=self.instance, defaults=values)
        else:
            PictureConsent.objects.filter(image=self.instance).delete()


def _language_name(code):
    return get_language_info(code)["name_translated"]
