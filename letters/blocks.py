"""The signatories of a letter, as blocks."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .signatories import Signatory, parse_lines


class SignatoryNamesBlock(blocks.FieldBlock):
    """Records of signatories, edited as one text area with one name on each line."""

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field_options = {"required": required, "help_text": help_text}
        super().__init__(**kwargs)

    @cached_property
    def field(self):
        return forms.CharField(widget=forms.Textarea(), **self.field_options)

    def get_default(self):
        return []

    def value_from_form(self, value):
        return parse_lines(value or "").signatories

    def value_for_form(self, value):
        return "\n".join(signatory.raw for signatory in value or [])

    def to_python(self, value):
        return [Signatory.from_dict(record) for record in value or []]

    def get_prep_value(self, value):
        return [signatory.to_dict() for signatory in value or []]

    class Meta:
        icon = "list-ol"


class SignatoryListBlock(blocks.StructBlock):
    """Names under a letter, with a heading of their own."""

    heading = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    names = SignatoryNamesBlock(label=_("names"))

    class Meta:
        icon = "group"
        label = _("list of signatories")
        description = _("Names as signed, one on each line.")
        preview_value = {"heading": "", "names": []}


class SignatoriesBlock(blocks.StreamBlock):
    """All lists of names under a letter."""

    signatory_list = SignatoryListBlock()
