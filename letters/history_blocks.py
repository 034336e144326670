"""What happens to a text after it was published, as blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class UpdateBlock(blocks.StructBlock):
    """News about a text."""

    date = blocks.DateBlock(label=_("date"))
    title = blocks.CharBlock(label=_("title"), max_length=160)
    text = blocks.RichTextBlock(
        label=_("text"), features=["bold", "italic", "link", "ol", "ul"], required=False
    )

    class Meta:
        icon = "history"
        label = _("update")
        description = _("What happened since, with its date.")
        preview_value = {"date": None, "title": "The letter was handed over", "text": ""}


class CorrectionBlock(blocks.StructBlock):
    """A mistake that was put right."""

    date = blocks.DateBlock(label=_("date"))
    explanation = blocks.TextBlock(
        label=_("what was wrong"), rows=2, help_text=_("Stands under the text, for every reader.")
    )
    old_wording = blocks.RichTextBlock(
        label=_("old wording"),
        features=["bold", "italic", "link", "ol", "ul"],
        required=False,
        help_text=_(
            "As it stood before. It is kept on a page of its own, marked as replaced and "
            "hidden from search engines. Leave it empty when it names somebody at risk."
        ),
    )

    class Meta:
        icon = "edit"
        label = _("correction")
        description = _("What was wrong, and the wording before.")
        preview_value = {"date": None, "explanation": "We gave a wrong date.", "old_wording": ""}
