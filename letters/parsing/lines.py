"""The editor's text area: every line that is not blank is exactly one signatory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from letters.parsing.checks import check_duplicates, check_numbers
from letters.parsing.cleaning import (
    clean_line,
    longest_combining_run,
    removed_characters,
    unsafe_characters,
)
from letters.parsing.marks import Mark, read_mark
from letters.parsing.names import describe, script_pieces
from letters.parsing.records import ParsedList, ParseWarning, Signatory
from letters.parsing.runs import split_outside_brackets
from letters.scripts import UNSPACED, script_of, scripts_in

_LONGEST_NAME = 300
_MOST_COMBINING_MARKS = 6
_FEWEST_NAMES_IN_RUN = 3


@dataclass(slots=True)
class _TextLine:
    """A line of the text area; `start` is where the name begins behind its list marks."""

    text: str
    source: int
    pasted: str
    start: int = 0
    number: int | None = None

    @property
    def raw(self) -> str:
        return clean_line(self.text[self.start :])


def parse_lines(text: str) -> ParsedList:
    """Read a text area: one signatory for every line that is not blank.

    Nothing is dropped or split. White space, invisible controls and, where the text as a
    whole is a list, list marks are taken away; reading the result again changes nothing.
    """
    lines = [
        _TextLine(cleaned, source, pasted)
        for source, pasted in enumerate(text.splitlines(), start=1)
        if (cleaned := clean_line(pasted))
    ]
    _skip_marks(lines)
    signatories = [_signatory(line) for line in lines]
    named = [(line.raw, line.source) for line in lines]
    warnings = [
        *check_numbers((line.number, line.source) for line in lines),
        *check_duplicates(named),
        *(warning for line in lines for warning in _line_warnings(line)),
    ]
    warnings.sort(key=lambda warning: warning.line or 0)
    return ParsedList(signatories, warnings=warnings)


def _signatory(line: _TextLine) -> Signatory:
    signatory = describe(line.raw)
    signatory.number = line.number
    return signatory


def _skip_marks(lines: list[_TextLine]) -> None:
    """Skip list marks until the text is no list any more.

    Repeating it makes the result stable: "1. 1. FC X" among other numbered lines becomes
    "1. FC X", and a text in which only that line is marked is no list.
    """
    while True:
        marks = [read_mark(line.text, line.start) for line in lines]
        kind = _kind_of_list(marks)
        if not kind:
            return
        for line, mark in zip(lines, marks, strict=True):
            if mark and (mark.number is None) == (kind == "bullets"):
                line.start = mark.end
                line.number = mark.number if line.number is None else line.number


def _kind_of_list(marks: list[Mark | None]) -> str:
    """Return "numbers" or "bullets" if most lines are marked like that, else "".

    Numbers must also count up by one for the most part, as "1. FC X" and "1. FC Y" do not.
    """
    numbers = [mark.number for mark in marks if mark and mark.number is not None]
    bullets = sum(1 for mark in marks if mark and mark.number is None)
    if bullets >= 2 and bullets * 2 > len(marks):
        return "bullets"
    if len(numbers) < 2 or len(numbers) * 2 <= len(marks):
        return ""
    steps = sum(1 for low, high in pairwise(numbers) if high == low + 1)
    return "numbers" if steps * 2 >= len(numbers) - 1 else ""


def _line_warnings(line: _TextLine) -> list[ParseWarning]:
    return [
        ParseWarning(code, line.source, params)
        for code, params in (*_character_findings(line), *_name_findings(line))
    ]


def _character_findings(line: _TextLine) -> list[tuple[str, dict[str, object]]]:
    findings: list[tuple[str, dict[str, object]]] = []
    if removed := removed_characters(line.pasted):
        findings.append(("invisible_characters", {"characters": ", ".join(removed)}))
    if unsafe := unsafe_characters(line.text):
        findings.append(("unsafe_characters", {"characters": ", ".join(unsafe)}))
    if longest_combining_run(line.text) > _MOST_COMBINING_MARKS:
        findings.append(("combining_run", {"limit": _MOST_COMBINING_MARKS}))
    return findings


def _name_findings(line: _TextLine) -> list[tuple[str, dict[str, object]]]:
    findings: list[tuple[str, dict[str, object]]] = []
    raw = line.raw
    if len(raw) > _LONGEST_NAME:
        findings.append(("long_line", {"length": len(raw)}))
    if "\t" in line.pasted.strip():
        findings.append(("tab_separated", {}))
    if separator := joined_by(raw):
        findings.append(("several_names", {"separator": separator}))
    if mixed := mixed_scripts(raw):
        findings.append(("mixed_scripts", {"scripts": ", ".join(mixed)}))
    return findings


def joined_by(raw: str) -> str:
    """Return the sign that stands between several names in one line, "" for one name."""
    for separator in ";；、":
        if separator in raw and (
            len(split_outside_brackets(raw, separator)) >= _FEWEST_NAMES_IN_RUN
        ):
            return separator
    return ""


def mixed_scripts(raw: str) -> list[str]:
    """Return the scripts of a name that mixes them without being two whole names.

    Scripts written without spaces take Latin acronyms in as a matter of course.
    """
    scripts = [script for script in scripts_in(raw) if script not in UNSPACED]
    if len(scripts) < 2 or len(script_pieces(raw)) > 1:
        return []
    if any(len({script_of(char) for char in word} - {""}) > 1 for word in raw.split()):
        return scripts
    # Whole words of another script are a slip only if lower case shows that they are no acronym.
    return scripts if any(char.islower() for char in raw if script_of(char) == "Latn") else []
