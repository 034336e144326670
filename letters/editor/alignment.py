"""Telling which line of an edited text was which line before.

Every step walks the lines once, so that a list of thousands costs no more than reading it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

Pair = tuple[str, str]  # the id of a record and the digest of its line


def align(lines: Sequence[Pair], gone: Sequence[Pair], marks: Sequence[str]) -> list[str]:
    """Return for each of `marks`, the digests of the lines as they are now, its record's id.

    A line that stands as it stood keeps its id, wherever it moved; a line of `gone` that is
    back has its id back; lines that replaced as many others between the same neighbours
    take over their ids. New lines get "".
    """
    places = _unchanged(lines, marks)
    ids = ["" if place is None else lines[place][0] for place in places]
    waiting = _by_mark(gone)
    for number, mark in enumerate(marks):
        if not ids[number] and waiting.get(mark):
            ids[number] = gone[waiting[mark].popleft()][0]
    left = set(range(len(lines))) - set(places)
    for start, end in _runs_without_id(ids):
        between = _between(places, start, end, len(lines))
        if len(between) == end - start and left.issuperset(between):
            ids[start:end] = [lines[place][0] for place in between]
    return ids


def _unchanged(lines: Sequence[Pair], marks: Sequence[str]) -> list[int | None]:
    """Return for each line as it is now the place where the same line stood before.

    Beginning and end are compared first: of several equal lines those keep their ids that
    did not move.
    """
    shorter = min(len(lines), len(marks))
    start = 0
    while start < shorter and lines[start][1] == marks[start]:
        start += 1
    end = 0
    while end < shorter - start and lines[-1 - end][1] == marks[-1 - end]:
        end += 1
    waiting = _by_mark(lines, range(start, len(lines) - end))
    middle = [
        waiting[mark].popleft() if waiting.get(mark) else None
        for mark in marks[start : len(marks) - end]
    ]
    return [*range(start), *middle, *range(len(lines) - end, len(lines))]


def _by_mark(lines: Sequence[Pair], places: Iterable[int] | None = None) -> dict[str, deque[int]]:
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place in range(len(lines)) if places is None else places:
        waiting[lines[place][1]].append(place)
    return waiting


def _runs_without_id(ids: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every run of lines that have no id yet."""
    start = None
    for number, known in enumerate([*ids, "end"]):
        if not known and start is None:
            start = number
        elif known and start is not None:
            yield start, number
            start = None


def _between(places: Sequence[int | None], start: int, end: int, length: int) -> range:
    """Return the places between those of the lines before and after a run."""
    before = places[start - 1] if start else -1
    after = places[end] if end < len(places) else length
    return range(0) if before is None or after is None else range(before + 1, after)
