"""What the text of a publication is made of, beyond what other pages have."""

import re
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.body import TEXT_FEATURES, BodyBlock, HeadingBlock

MOST_COLUMNS = 12
CELL_END = re.compile(r"\t|\s*\|\s*")


class ChapterBlock(HeadingBlock):
    """The title of a chapter."""

    class Meta:
        icon = "title"
        label = _("chapter")
        description = _("Begins a chapter. It stands in the table of contents by itself.")
        template = "blocks/heading.html"
        preview_value = _("What we found")


class CallOutBlock(blocks.StructBlock):
    """Words in a box beside the text."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("call-out")
        description = _("A box for what must not be missed: a definition, a case, a warning.")
        template = "blocks/call_out.html"
        preview_value = {"title": "What is a lease?", "text": "<p>Land lent, not given.</p>"}


class TableValue(blocks.StructValue):
    """A table and its cells."""

    @cached_property
    def lines(self):
        """The cells of each row, a list of lists, all of the same length."""
        rows = [
            [cell.strip() for cell in CELL_END.split(line.strip(" |"))]
            for line in self.get("cells", "").splitlines()
            if line.strip()
        ]
        width = max(map(len, rows), default=0)
        return [row + [""] * (width - len(row)) for row in rows]

    @property
    def header(self):
        """The cells of the first row."""
        return self.lines[0] if self.lines else []

    @property
    def rows(self):
        """The other rows."""
        return self.lines[1:]


class TableBlock(blocks.StructBlock):
    """A table that a screen reader can read: a caption, a row of headings, plain cells."""

    caption = blocks.CharBlock(label=_("caption"), max_length=300)
    cells = blocks.TextBlock(
        label=_("cells"),
        rows=6,
        help_text=_(
            "One row on each line, the headings of the columns first. Paste it from a "
            "spreadsheet, or put | between the cells."
        ),
    )
    first_column = blocks.BooleanBlock(
        label=_("the first column names the rows"), required=False, default=True
    )
    source = blocks.CharBlock(label=_("source"), required=False, default="", max_length=200)

    class Meta:
        icon = "table"
        label = _("table")
        description = _("Rows and columns with a caption, pasted from a spreadsheet.")
        template = "blocks/table.html"
        value_class = TableValue
        preview_value = {
            "caption": "Springs by year",
            "cells": "Year | Springs\n2024 | 5\n2025 | 3",
            "first_column": True,
            "source": "",
        }

    def clean(self, value):
        """A table has headings, a row, and not more columns than a screen."""
        value = super().clean(value)
        errors = {}
        if len(value.lines) < 2:
            errors["cells"] = ValidationError(_("A table needs a row of headings and another row."))
        elif len(value.header) > MOST_COLUMNS:
            errors["cells"] = ValidationError(
                _("A table of more than %(count)d columns cannot be read. Offer it as a file.")
                % {"count": MOST_COLUMNS}
            )
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value


class ChaptersBlock(BodyBlock):
    """The text of a publication, in chapters."""

    heading = ChapterBlock()
    table = TableBlock()
    call_out = CallOutBlock()
