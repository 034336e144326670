"""What the preview beneath the text area shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from letters.directory.suggestions import Match, matches_of
from letters.scripts import scripts_in
from letters.signatories import ParseWarning, Signatory

from .reading import Reading
from .wording import kind_label, language_label, warning_heading, warning_text

ROWS = 100  # in one go
_MOST_WARNINGS = 200  # of a kind


@dataclass(frozen=True)
class Row:
    """One signatory as it will show."""

    number: int
    line: int
    record: Signatory
    language: str
    kind: str
    corrected: bool
    match: Match
    warnings: list[str]


@dataclass(frozen=True)
class WarningGroup:
    """All warnings of one kind, the first of very many."""

    heading: str
    count: int
    items: list[tuple[int | None, str]]
    more: int


def context(reading: Reading, rows: int, *, with_hidden: bool) -> dict[str, Any]:
    """Return the variables of the preview's template, with `rows` names at most.

    Organisations that the directory does not show are named only `with_hidden`.
    """
    total = len(reading.records)
    shown = min(max(rows, ROWS), total)
    return {
        "problems": reading.problems,
        "groups": list(_groups(reading.warnings)),
        "rows": list(_rows(reading, shown, with_hidden)),
        "shown": shown,
        "left": total - shown,
        "next_rows": shown + ROWS,
    }


def summary(reading: Reading) -> str:
    """Return the counts as a sentence: "3 names: 2 organisations, 1 person; 1 in …"."""
    total = len(reading.records)
    if not total:
        return "" if reading.problems else _("No names yet.")
    people = sum(1 for record in reading.records if record.kind == "person")
    other = sum(1 for record in reading.records if set(scripts_in(record.raw)) - {"Latn"})
    parts = {
        "names": ngettext("{count} name", "{count} names", total).format(count=total),
        "organisations": ngettext(
            "{count} organisation", "{count} organisations", total - people
        ).format(count=total - people),
        "people": ngettext("{count} person", "{count} people", people).format(count=people),
    }
    counts = _("{names}: {organisations}, {people}.").format(**parts)
    scripts = ngettext(
        "{count} is in another script than Latin.",
        "{count} are in other scripts than Latin.",
        other,
    ).format(count=other)
    return f"{counts} {scripts}" if other else counts


def _rows(reading: Reading, shown: int, with_hidden: bool) -> Iterator[Row]:
    texts: dict[int | None, list[str]] = {}
    for warning in reading.warnings:
        texts.setdefault(warning.line, []).append(warning_text(warning))
    records = reading.records[:shown]
    matches = matches_of(records, with_hidden=with_hidden)
    rows = zip(records, reading.line_numbers, matches, strict=False)
    for number, (record, line, match) in enumerate(rows, start=1):
        language = language_label(record.lang)
        if not language and set(scripts_in(record.raw)) - {"Latn"}:
            language = _("not certain")
        yield Row(
            number=number,
            line=line,
            record=record,
            language=language,
            kind=kind_label(record.kind),
            corrected=bool(set(record.overruled) - {"organisation"}),
            match=match,
            warnings=texts.get(line, []),
        )


def _groups(warnings: list[ParseWarning]) -> Iterator[WarningGroup]:
    by_code: dict[str, list[ParseWarning]] = {}
    for warning in warnings:
        by_code.setdefault(warning.code, []).append(warning)
    for code, found in by_code.items():
        shown = found[:_MOST_WARNINGS]
        items = [(warning.line, warning_text(warning)) for warning in shown]
        yield WarningGroup(warning_heading(code), len(found), items, len(found) - len(shown))
