"""List marks: the numbers and bullets in front of entries, in the digits of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# What may follow a mark: anything but white space and joiners, so that a mark alone on its
# line is no mark (the line would be lost).
_NAME_FOLLOWS = r"(?=[^\s\u200b-\u200d])"

_NUMBER = re.compile(
    r"\s*(?:"
    r"[(（](?P<bracketed>\d{1,5})[)）][.、．]?"
    r"|(?:№|[Nn]o\.|[Nn][º°])?\s?(?P<plain>\d{1,5})\s?(?:[)）][.]?|[.．。]{1,2}[)）]?|[、､])(?![\d.])"
    r"|(?P<dashed>\d{1,5})\s?[-–—](?=\s)"
    r"|(?P<circled>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➓])"
    r")(?P<space>\s*)" + _NAME_FOLLOWS
)
# Signs that are nothing but bullets need no space after them; a dash or an asterisk does,
# because it may belong to the name ("-able", "*astra").
_BULLET = re.compile(
    r"\s*(?:[•●▪■◆►➢✓✔○◦‣▶❖➤⚫∙◾▫□◇☑✅]\s*|[-–—*+·※★☆>]\s+|[a-z]\)\s+)" + _NAME_FOLLOWS
)

# Numbers further apart than this are no neighbours in one list.
_WIDEST_GAP = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: its number (None for a bullet), where the name begins, how sure it is.

    A number that touches the name ("1.Name", "8.März") is `loose`: only a sequence of them
    shows that they are list numbers.
    """

    number: int | None
    end: int
    loose: bool = False


def read_mark(text: str, start: int = 0) -> Mark | None:
    """Return the list mark at `start` of `text`, or None."""
    match = _BULLET.match(text, start)
    if match:
        return Mark(None, match.end())
    match = _NUMBER.match(text, start)
    if not match:
        return None
    digits = match["bracketed"] or match["plain"] or match["dashed"]
    number = int(digits) if digits else int(unicodedata.numeric(match["circled"]))
    loose = bool(match["plain"]) and not match["space"] and text[match.end("plain")] in "."
    return Mark(number, match.end(), loose)


def follows(number: int, previous: int) -> bool:
    """Whether `number` continues a list after `previous`: upwards, with a small gap at most."""
    return 0 < number - previous <= _WIDEST_GAP


def confirmed(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """Drop numbers that no neighbouring number bears out: "8. März Bündnis" is a name.

    `marks` are those of all lines of a text in order. Lists that repeat "1." on every line,
    as Markdown allows, count as numbered.
    """
    numbered = [i for i, mark in enumerate(marks) if mark and mark.number is not None]
    result: list[Mark | None] = list(marks)
    for position, index in enumerate(numbered):
        neighbours = (
            numbered[max(position - 1, 0) : position] + numbered[position + 1 : position + 2]
        )
        if not any(_bears_out(marks[i], marks[index], before=i < index) for i in neighbours):
            result[index] = None
    return result


def _bears_out(neighbour: Mark, mark: Mark, *, before: bool) -> bool:
    low, high = (neighbour.number, mark.number) if before else (mark.number, neighbour.number)
    if mark.loose or neighbour.loose:
        return high - low == 1
    return follows(high, low) or high == low == 1
