"""The signatories of a letter, as blocks."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks

from home.translated import UntranslatedMixin

from .editor.comparison import SignatoryNamesComparison
from .editor.values import SignatoryRecords
from .editor.widgets import SignatoryNamesInput
from .templatetags.signatories import name_items


class SignatoryNamesBlock(UntranslatedMixin, blocks.FieldBlock):
    """Records of signatories, edited as one text area with one name on each line.

    Names are never translated.
    """

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field_options = {"required": required, "help_text": help_text or self.help_text}
        super().__init__(**kwargs)

    help_text = gettext_lazy(
        "One signatory on each line, exactly as signed. Never type the name of anybody who "
        "signed anonymously, not even for a moment: drafts are kept. Only their number is "
        "recorded, in “Anonymous signatories” below."
    )

    @cached_property
    def field(self):
        """The field that holds label, help text and widget; reading is the block's own."""
        return forms.Field(widget=SignatoryNamesInput(), **self.field_options)

    def get_default(self):
        """Return an empty list."""
        return SignatoryRecords()

    def normalize(self, value):
        """Return records from records, JSON objects or plain names."""
        return SignatoryRecords.of(value)

    to_python = normalize

    def value_from_form(self, value):
        """Read the text area and its hidden state."""
        return SignatoryRecords.from_form(**value)

    def get_form_state(self, value):
        """Return text and hidden state for the editor."""
        return SignatoryRecords.of(value).for_form()

    def clean(self, value):
        """Refuse what cannot be saved; see `letters.editor.checks`."""
        problems = value.reading.problems if value.reading else []
        if problems:
            raise ValidationError([problem.message for problem in problems])
        if self.required and not value:
            raise ValidationError(_("Paste at least one name, or delete this list."))
        return value.with_ids()

    def get_prep_value(self, value):
        """Return JSON objects without empty fields."""
        return [record.to_dict() for record in value or []]

    def get_searchable_content(self, value):
        """Keep names out of the index of pages: they are found as signatures."""
        return []

    def get_comparison_class(self):
        """Compare revisions name by name."""
        return SignatoryNamesComparison

    def render_basic(self, value, context=None):
        """Return a plain numbered list."""
        return format_html("<ol>{}</ol>", name_items(value or []))

    class Meta:
        icon = "list-ol"


class SignatoryListBlock(UntranslatedMixin, blocks.StructBlock):
    """Names under a letter, with a heading of their own."""

    heading = blocks.CharBlock(
        label=gettext_lazy("heading"), required=False, default="", max_length=120
    )
    names = SignatoryNamesBlock(label=gettext_lazy("names"))

    class Meta:
        icon = "group"
        label = gettext_lazy("list of signatories")
        description = gettext_lazy("Names as signed, one on each line.")
        preview_value = {
            "heading": "",
            "names": ["Harbour Street Archive", "جمعية الميناء", "港口街檔案館"],
        }


class SignatoriesBlock(UntranslatedMixin, blocks.StreamBlock):
    """All lists of names under a letter."""

    signatory_list = SignatoryListBlock()
