"""What the board can be narrowed down to."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models, get_translatable_models
from wagtail.snippets.models import get_snippet_models

from .models import Assignment
from .states import State


def other_models():
    """The translatable models that are no pages and that staff edit by themselves."""
    snippets = set(get_snippet_models())
    return [model for model in get_translatable_models() if model in snippets]


def other_model(kind):
    """The one of them that is called `kind`, such as `home.theme`, or None."""
    return {model._meta.label_lower: model for model in other_models()}.get(kind)


def kinds():
    """Choices: every type of page, then every other translatable type."""
    page_types = [model for model in get_page_models() if model is not Page]
    return [
        ("", _("All pages")),
        *((model._meta.label_lower, capfirst(model._meta.verbose_name)) for model in page_types),
        *(
            (model._meta.label_lower, capfirst(model._meta.verbose_name))
            for model in other_models()
        ),
    ]


class BoardForm(forms.Form):
    """The filters. A value that makes no sense is ignored."""

    q = forms.CharField(label=_("Words in the title"), required=False, max_length=200)
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Any state")), *State.choices]
    )
    kind = forms.ChoiceField(label=_("Type"), required=False, choices=kinds)
    person = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label=_("Assigned to"),
        required=False,
        empty_label=_("Anybody or nobody"),
    )

    def __init__(self, *args, locales, **kwargs):
        super().__init__(*args, **kwargs)
        self.locales = {locale.language_code: locale for locale in locales}
        names = [(code, locale.get_display_name()) for code, locale in self.locales.items()]
        self.fields["language"].choices = [("", _("All my languages")), *names]
        people = Assignment.objects.open().filter(locale__in=locales).values("user")
        self.fields["person"].queryset = get_user_model().objects.filter(pk__in=people)
        self.fields["person"].label_from_instance = lambda user: user.get_full_name() or str(user)

    @property
    def chosen(self):
        """The values that make sense, by name of the filter."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def chosen_locales(self):
        """The languages that the board shows."""
        language = self.chosen.get("language")
        return [self.locales[language]] if language else list(self.locales.values())
