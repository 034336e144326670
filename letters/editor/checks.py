"""What must be put right before a list of names can be saved.

Warnings of the parser ask an editor to look; what is found here stops the save, because a
name would be lost, joined to another or not show. Texts are messages for editors.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from letters.signatories import ParseWarning

MAX_LINES = 5_000
MAX_LENGTH = 300
_SHOWN_LINES = 10

_HTML_CODE = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{2,6});")
# What Word puts before a tab in numbered and bulleted lists: not a column of a table.
_LIST_MARK = re.compile(r"^\s*(?:[(（]?\d{1,4}[.)）、．]|[^\w\s])\t\s*")


@dataclass(frozen=True)
class Column:
    """One column of a pasted table, to be kept instead of all; `number` counts from 0."""

    number: int
    sample: str


@dataclass(frozen=True)
class Problem:
    """A reason not to save: a message, and the lines (from 1) it is about."""

    message: str
    lines: list[int] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)


def too_many_lines(count: str) -> str:
    """Say that a text is too long to be a list of names."""
    message = _(
        "There are {count} lines; a list can hold {most}. If they are all names, divide them "
        "between several lists; otherwise keep only the names."
    )
    return message.format(count=count, most=number(MAX_LINES))


def find_in_lines(lines: list[str]) -> list[Problem]:
    """Return what is wrong with the lines as they were typed."""
    found = [_paragraphs(lines), _table(lines), _html_code(lines)]
    return [problem for problem in found if problem]


def find_in_warnings(warnings: list[ParseWarning]) -> list[Problem]:
    """Return what is wrong among the things that the parser noticed."""
    characters: dict[str, list[int]] = defaultdict(list)
    runs = []
    for warning in warnings:
        if warning.code == "unsafe_characters":
            characters[str(warning.params.get("characters", ""))].append(warning.line or 0)
        elif warning.code == "combining_run":
            runs.append(warning.line or 0)
    problems = [_unsafe(codes, lines) for codes, lines in characters.items()]
    return problems + ([_combining(runs)] if runs else [])


# What `find_in_warnings` and `find_in_lines` say in their own words.
REFUSED = {"unsafe_characters", "combining_run", "long_line", "tab_separated"}


def listed(lines: list[int]) -> str:
    """Return line numbers for a sentence, the first ten of many."""
    shown = ", ".join(number(line) for line in lines[:_SHOWN_LINES])
    more = len(lines) - _SHOWN_LINES
    if more <= 0:
        return shown
    template = ngettext("{lines} and {count} more", "{lines} and {count} more", more)
    return template.format(lines=shown, count=number(more))


def number(value: int) -> str:
    """Return a number as it is written in the editor's language."""
    return number_format(value, use_l10n=True, force_grouping=True)


def _beginning(line: str) -> str:
    return Truncator(" ".join(line[:200].split())).chars(60)


def _paragraphs(lines: list[str]) -> Problem | None:
    lengths = {
        place: len(" ".join(line.split()))
        for place, line in enumerate(lines, start=1)
        if len(line) > MAX_LENGTH
    }
    long = [place for place, length in lengths.items() if length > MAX_LENGTH]
    if not long:
        return None
    message = ngettext(
        "Line {lines} looks like a paragraph, not a name: it has {length} characters and begins "
        "“{beginning}”. Put each name on a line of its own, with {most} characters at most.",
        "Lines {lines} look like paragraphs, not names: the first has {length} characters and "
        "begins “{beginning}”. Put each name on a line of its own, with {most} characters at "
        "most.",
        len(long),
    )
    return Problem(
        message.format(
            lines=listed(long),
            length=number(lengths[long[0]]),
            beginning=_beginning(lines[long[0] - 1]),
            most=number(MAX_LENGTH),
        ),
        long,
    )


def keep_column(text: str, column: int) -> str:
    """Return the text of a pasted table with one column of it only."""
    rows = (cells(line) for line in text.splitlines())
    return "\n".join(row[column].strip() if column < len(row) else "" for row in rows)


def cells(line: str) -> list[str]:
    """Return what stands between the tabs of a line, without a list mark in front."""
    return _LIST_MARK.sub("", line, count=1).strip().split("\t")


def _table(lines: list[str]) -> Problem | None:
    rows = {
        place: row
        for place, line in enumerate(lines, start=1)
        if "\t" in line and len(row := cells(line)) > 1
    }
    if not rows:
        return None
    first = next(iter(rows))
    message = ngettext(
        "Line {lines} has several columns with a tab between them.",
        "Lines {lines} have several columns with a tab between them.",
        len(rows),
    ).format(lines=listed(list(rows)))
    widths = {len(row) for row in rows.values()}
    filled = sum(1 for line in lines if line.strip())
    if len(widths) == 1 and len(rows) == filled:
        advice = _(
            "This looks like a table of {count} columns, the first row of which is “{row}”. "
            "Keep only the column with the names: choose it under the text, or copy it alone."
        ).format(count=len(rows[first]), row=_beginning(" | ".join(rows[first])))
        columns = [Column(i, _beginning(cell)) for i, cell in enumerate(rows[first])]
    else:
        advice = _("Leave only the name on each of them.")
        columns = []
    return Problem(f"{message} {advice}", list(rows), columns)


def _html_code(lines: list[str]) -> Problem | None:
    found = {
        place: match[0]
        for place, line in enumerate(lines, start=1)
        if ("<" in line or "&" in line) and (match := _HTML_CODE.search(line))
    }
    if not found:
        return None
    message = ngettext(
        "Line {lines} holds HTML code such as “{code}”. Copy the names as they look on the "
        "page, not its code.",
        "Lines {lines} hold HTML code such as “{code}”. Copy the names as they look on the "
        "page, not its code.",
        len(found),
    )
    code = _beginning(next(iter(found.values())))
    return Problem(message.format(lines=listed(list(found)), code=code), list(found))


def _unsafe(characters: str, lines: list[int]) -> Problem:
    message = ngettext(
        "Line {lines} holds characters that other devices cannot show ({characters}). They "
        "often come from a special font; type the name anew or take them out.",
        "Lines {lines} hold characters that other devices cannot show ({characters}). They "
        "often come from a special font; type the names anew or take them out.",
        len(lines),
    )
    return Problem(message.format(lines=listed(lines), characters=characters), lines)


def _combining(lines: list[int]) -> Problem:
    message = ngettext(
        "Line {lines} has a letter with more marks than any script needs. Type the name anew.",
        "Lines {lines} have letters with more marks than any script needs. Type the names anew.",
        len(lines),
    )
    return Problem(message.format(lines=listed(lines)), lines)
