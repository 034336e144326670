"""Checks on a parsed list: what an editor should look at, never an obstacle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from letters.parsing.marks import follows
from letters.parsing.records import PERSON, ParsedList, ParseWarning, Signatory


def check_numbers(numbers: Iterable[tuple[int | None, int]]) -> list[ParseWarning]:
    """Warn of gaps and restarts in list numbers, given as (number, line)."""
    warnings = []
    previous: int | None = None
    for number, line in numbers:
        if number is None:
            continue
        if previous is not None and number != previous + 1 and number != previous:
            params = {"number": number, "previous": previous}
            restarts = number <= 1 or (number < previous and not follows(number, previous))
            code = "numbering_restart" if restarts else "numbering_gap"
            warnings.append(ParseWarning(code, line, params))
        previous = number
    return warnings


def check_duplicates(names: Iterable[tuple[str, int]]) -> list[ParseWarning]:
    """Warn of names that occur again, whatever their case, given as (name, line)."""
    warnings = []
    first_lines: dict[str, int] = {}
    for name, line in names:
        first = first_lines.setdefault(name.casefold(), line)
        if first != line:
            warnings.append(ParseWarning("duplicate", line, {"name": name, "first": first}))
    return warnings


# "GhoshSuhail", but neither "McDonald" nor "DeSouza".
_GLUED_WORD = re.compile(r"(?!Mac|Fitz|Van|Von|Del|Des)[A-ZÀ-Þ][a-zß-ÿ]{2,}[A-ZÀ-Þ][a-zß-ÿ]{2,}$")


def check_glued(signatories: Iterable[tuple[Signatory, int]]) -> list[ParseWarning]:
    """Warn of persons whose entry may hold two names without a space between them."""
    return [
        ParseWarning("glued_names", line)
        for signatory, line in signatories
        if signatory.kind == PERSON
        and " " in signatory.name
        and any(_GLUED_WORD.match(word) for word in signatory.name.split())
    ]


def check_total(parsed: ParsedList, lines: Sequence[int]) -> list[ParseWarning]:
    """Warn where listed and anonymous signatories do not add up to the stated total."""
    if parsed.stated_total is None:
        return []
    listed, anonymous = len(parsed.signatories), parsed.anonymous_count or 0
    difference = listed + anonymous - parsed.stated_total
    if difference == 0:
        return []
    code = "total_missing" if difference < 0 else "total_exceeded"
    params = {
        "stated": parsed.stated_total,
        "anonymous": anonymous,
        "listed": listed,
        "difference": abs(difference),
    }
    return [ParseWarning(code, lines[-1] if lines else None, params)]
