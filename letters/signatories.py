"""Signatory lists: from pasted text or whole letters to records.

`parse_lines` serves the editor's text area, `parse_letter` a whole letter whose list has to
be found first, `describe` a single name. The rules are in `letters.parsing`.
"""

from __future__ import annotations

from letters.parsing.cleaning import clean_line
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


def describe(raw: str) -> Signatory:
    """Return a record for one clean line, with what can be suggested about the name."""
    return Signatory(raw=raw, name=raw)


def parse_lines(text: str) -> ParsedList:
    """Read a text area: every line that is not blank is exactly one signatory."""
    names = [clean_line(line) for line in text.splitlines()]
    return ParsedList(signatories=[describe(name) for name in names if name])


def parse_letter(text: str) -> ParsedList:
    """Read a letter or a bare list; the rules that find the list inside a letter follow."""
    return parse_lines(text)
