"""Texts in cells of spreadsheets, which no program may take for formulas."""

import re

# What a spreadsheet takes for a formula, at the start of a cell or where a program that
# expects semicolons or tabs between cells would see the start of one.
FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r\n])")


def guarded(value):
    """Return a value for a cell of CSV: text that would run gets an apostrophe before it."""
    return FORMULA.sub("'", value) if isinstance(value, str) else value


class GuardedExportMixin:
    """For views of Wagtail that export: in workbooks it marks text as text, in CSV it does not."""

    def preprocess_field_value(self, field, value, export_format):
        """The value as it is written."""
        value = super().preprocess_field_value(field, value, export_format)
        return guarded(value) if export_format == self.FORMAT_CSV else value
