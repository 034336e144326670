"""What the text of a page is made of."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail_localize.segments import OverridableSegmentValue

from home.blocks.pictures import CheckedPictureMixin, PicturesFilledInMixin

from .links import LinkBlock
from .lost import PictureBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "h3", "h4", "superscript"]


class HeadingBlock(blocks.CharBlock):
    """A heading within the text, one level below the title of the page."""

    class Meta:
        icon = "title"
        label = _("heading")
        description = _("Begins a part of the text. Readers can link to it.")
        template = "blocks/heading.html"
        preview_value = _("What we ask for")

    def get_context(self, value, parent_context=None):
        """Add `anchor`, the name to link to; empty for a heading of signs alone."""
        context = super().get_context(value, parent_context)
        context["anchor"] = slugify(value, allow_unicode=True)
        return context


class TextBlock(blocks.RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("text")
        description = _("Paragraphs, lists and links.")
        template = "blocks/text.html"
        preview_value = (
            "<p>Peaceful assembly needs no permission. It needs protection, also from those "
            "who are paid to give it.</p>"
        )


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("words"), rows=3)
    speaker = blocks.CharBlock(
        label=_("who says so"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Leave it empty where a name could put somebody in danger."),
    )
    role = blocks.CharBlock(label=_("role"), required=False, default="", max_length=120)

    class Meta:
        icon = "openquote"
        label = _("quote")
        description = _("Somebody's words, set apart from the text.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "They took the press. The paper came out on time, by hand.",
            "speaker": "An editor",
            "role": "Sample newspaper",
        }


class PictureBlock(CheckedPictureMixin, blocks.StructBlock):
    """A picture with its caption."""

    image = PictureBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=300)

    class Meta:
        icon = "image"
        label = _("picture")
        description = _("A picture with a caption; its credit is added by itself.")
        template = "blocks/picture.html"
        preview_template = "blocks/previews/picture.html"
        preview_value = {"image": None, "caption": "The harbour at low tide"}


class NumberBlock(blocks.CharBlock):
    """A number with its unit. The same in all languages unless a translator writes another."""

    def get_translatable_segments(self, value):
        """Nothing to translate, but something that may be replaced."""
        return [OverridableSegmentValue("", value)]

    def restore_translated_segments(self, value, segments):
        """What a translator wrote instead; `value` where nobody did."""
        return segments[0].data if segments else value


class FigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    number = NumberBlock(label=_("number"), max_length=20)
    text = blocks.CharBlock(label=_("what it counts"), max_length=120)

    class Meta:
        icon = "order"
        label = _("figure")


class FiguresBlock(blocks.StructBlock):
    """A few numbers side by side."""

    figures = blocks.ListBlock(FigureBlock(), label=_("figures"), min_num=1, max_num=8)
    source = blocks.CharBlock(label=_("source"), required=False, default="", max_length=200)

    class Meta:
        icon = "table"
        label = _("figures")
        description = _("A few numbers with a word on each, and their source.")
        template = "blocks/figures.html"
        preview_value = {
            "figures": [
                {"number": "85", "text": "member organisations"},
                {"number": "23", "text": "countries"},
            ],
            "source": "",
        }


class CallToActionBlock(blocks.StructBlock):
    """What the reader can do now."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(label=_("text"), rows=2, required=False, default="")
    link = LinkBlock(label=_("link"))

    class Meta:
        icon = "arrow-right"
        label = _("call to action")
        description = _("One thing that the reader can do, with a button.")
        template = "blocks/call_to_action.html"
        preview_value = {
            "title": "Tell us what happened",
            "text": "Write to us from a safe device.",
            "link": {"label": "How to reach us", "address": "https://example.org/"},
        }


class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(
        label=_("title"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Instead of the file's own."),
    )
    description = blocks.TextBlock(label=_("description"), rows=2, required=False, default="")

    class Meta:
        icon = "doc-full"
        label = _("document")
        description = _("A file to download, with its type and size.")
        template = "blocks/document.html"
        preview_template = "blocks/previews/document.html"
        preview_value = {"document": None, "title": "Annual report", "description": ""}


class AccordionItemBlock(blocks.StructBlock):
    """One question and its answer."""

    title = blocks.CharBlock(label=_("title"), max_length=160)
    text = blocks.RichTextBlock(label=_("text"), features=TEXT_FEATURES)

    class Meta:
        icon = "plus"
        label = _("part")


class AccordionBlock(blocks.StructBlock):
    """Parts that open one by one."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("parts"), min_num=1)

    class Meta:
        icon = "collapse-down"
        label = _("accordion")
        description = _("Questions and answers, or other parts that open one by one.")
        template = "blocks/accordion.html"
        preview_value = {
            "items": [
                {"title": "Who may sign?", "text": "<p>Every organisation that agrees.</p>"},
                {"title": "Until when?", "text": "<p>Until the letter is delivered.</p>"},
            ]
        }


SUBHEADING = re.compile(r"<h[34]\b")


class BodyBlock(PicturesFilledInMixin, blocks.StreamBlock):
    """The text of a page."""

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    figures = FiguresBlock()
    call_to_action = CallToActionBlock()
    document = DocumentBlock()
    accordion = AccordionBlock()

    def clean(self, value):
        """Refuse a smaller heading with no heading above it: screen readers tell levels."""
        value = super().clean(value)
        for number, child in enumerate(value):
            if child.block_type == "heading":
                break
            if child.block_type == "text" and SUBHEADING.search(child.value.source):
                message = _(
                    "This text has a smaller heading, but no heading stands above it. Put a "
                    "heading block before it."
                )
                raise blocks.StreamBlockValidationError(
                    block_errors={number: ValidationError(message)}
                )
        return value
