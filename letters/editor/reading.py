"""From the text of the text area to records, problems and warnings."""

from __future__ import annotations

from dataclasses import dataclass, field

from letters.signatories import ParsedList, ParseWarning, Signatory, clean_line, parse_lines

from . import checks
from .state import EditState, digest


@dataclass
class Reading:
    """What a text holds: records, each with the number of its line, and what to look at.

    A text with `problems` is not saved; `warnings` stop nobody.
    """

    records: list[Signatory] = field(default_factory=list)
    line_numbers: list[int] = field(default_factory=list)
    state: EditState = field(default_factory=EditState)
    problems: list[checks.Problem] = field(default_factory=list)
    warnings: list[ParseWarning] = field(default_factory=list)


def read(text: str, state: EditState) -> Reading:
    """Read `text` as the next version of what `state` remembers."""
    lines = text.splitlines()
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    if len(filled) > checks.MAX_LINES:
        # Nothing is parsed: the answer must come at once however much was pasted.
        message = checks.too_many_lines(checks.number(len(filled)))
        return Reading(state=state, problems=[checks.Problem(message)])
    problems = checks.find_in_lines(lines)
    # What is longer is not saved, but is shown beside the names that are right.
    parsed = parse_lines("\n".join(line[: 2 * checks.MAX_LENGTH] for line in lines))
    numbers = [number for number in filled if clean_line(lines[number - 1])]
    _keep_as_stored(parsed.signatories, [lines[number - 1] for number in numbers], state)
    _keep_broken_numbers(parsed, numbers)
    return Reading(
        records=parsed.signatories,
        line_numbers=numbers,
        state=state.follow(parsed.signatories),
        problems=problems + checks.find_in_warnings(parsed.warnings),
        warnings=[warning for warning in parsed.warnings if warning.code not in checks.REFUSED],
    )


def _keep_broken_numbers(parsed: ParsedList, lines: list[int]) -> None:
    """Forget headings and numbers of the pasted text, which are not to be seen any more.

    Where the numbers leave some out or begin again, both neighbours keep theirs: once
    the names are saved, nothing else would tell that one may be missing.
    """
    broken = {
        warning.line: warning.params["previous"]
        for warning in parsed.warnings
        if warning.code in ("numbering_gap", "numbering_restart")
    }
    before = None
    for record, line in zip(parsed.signatories, lines, strict=True):
        number = record.number
        record.section, record.number = "", None
        if line in broken:
            record.number, record.follows = number, broken[line]
            if before is not None:
                before.number = record.follows
        if number is not None:
            before = record


def _keep_as_stored(records: list[Signatory], lines: list[str], state: EditState) -> None:
    """Leave a stored name as it is where its line was not touched.

    An imported name may hold a no-break space, which the parser would make a plain one:
    opening and saving a letter must not change a name that nobody edited.
    """
    known = {mark for _, mark in state.lines + state.gone}
    for record, line in zip(records, lines, strict=True):
        if line != record.raw and digest(line) in known:
            record.raw = line
