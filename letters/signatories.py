"""Signatory lists: from pasted text or whole letters to records.

`parse_lines` serves the editor's text area, `parse_letter` a whole letter whose list has to
be found first, `describe` a single name. The rules are in `letters.parsing`.
"""

from __future__ import annotations

from letters.parsing.cleaning import clean_line
from letters.parsing.letter import parse_letter
from letters.parsing.lines import parse_lines
from letters.parsing.names import describe
from letters.parsing.records import ParsedList, ParseWarning, Signatory

__all__ = [
    "ParseWarning",
    "ParsedList",
    "Signatory",
    "clean_line",
    "describe",
    "parse_letter",
    "parse_lines",
]
