"""The obvious way to keep names under a letter: a list of blocks, one for each name."""

from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page


class NameBlock(blocks.StructBlock):
    """One name, with as much beside it as a `Signatory` has suggestions for."""

    name = blocks.CharBlock()
    kind = blocks.ChoiceBlock(
        choices=[("organisation", "Organisation"), ("person", "Person")], default="organisation"
    )
    country = blocks.CharBlock(required=False)
    language = blocks.CharBlock(required=False)


class NaivePage(Page):
    """A letter that is nothing but its names."""

    entries = StreamField([("names", blocks.ListBlock(NameBlock()))], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("entries")]
