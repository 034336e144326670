"""What is to be looked at among the signatories of one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.crypto import salted_hmac

from letters.confusables import skeleton
from letters.ordering import match_key
from letters.parsing.checks import check_glued
from letters.parsing.cleaning import needless_characters
from letters.parsing.lines import joined_by, mixed_scripts
from letters.scripts import scripts_in
from letters.signatories import Signatory

COUNTS = ("total_missing", "total_exceeded")


@dataclass(frozen=True)
class Finding:
    """Something to look at: a code, digests of what it is about, the ids of the records.

    `params` are numbers and keys. A name is in none of it.
    """

    code: str
    subject: str
    records: list[str] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Signed:
    """What a version of a page says of its signatories."""

    records: list[Signatory]
    stated_total: int | None = None
    anonymous_count: int = 0


def digest(text: str) -> str:
    """Return what stands for a name, keyed with the secret key of the site."""
    return salted_hmac("letters.reconciliation", text, algorithm="sha256").hexdigest()[:32]


def subject_of(*names: str) -> str:
    """Return the digests of names for a finding about them, the same in whatever order."""
    return "-".join(sorted({digest(name) for name in names}))


def find(signed: Signed) -> list[Finding]:
    """Return everything there is to look at, in the order of the list."""
    found = list(_counts(signed))
    records = signed.records
    for check in (_gaps, _duplicates, _look_alikes, _single_names):
        found += check(records)
    return found


def _counts(signed: Signed) -> Iterator[Finding]:
    if signed.stated_total is None:
        return
    listed = len(signed.records)
    difference = listed + signed.anonymous_count - signed.stated_total
    if difference:
        params = {
            "stated": signed.stated_total,
            "anonymous": signed.anonymous_count,
            "listed": listed,
            "difference": abs(difference),
        }
        code = "total_missing" if difference < 0 else "total_exceeded"
        yield Finding(code, digest(repr(sorted(params.items()))), [], params)


def _gaps(records: list[Signatory]) -> Iterator[Finding]:
    """Numbers that were missing in the pasted text and have not been filled in since."""
    for place, record in enumerate(records):
        if record.number is None or record.follows is None:
            continue
        missing = record.number - record.follows - 1
        if missing > 0 and _filled_in(records, place) >= missing:
            continue
        restarts = record.number <= 1 or missing < 0
        code = "numbering_restart" if restarts else "numbering_gap"
        subject = f"{digest(record.raw)}-{record.follows}-{record.number}"
        params = {"number": record.number, "previous": record.follows}
        yield Finding(code, subject, [record.id], params)


def _filled_in(records: list[Signatory], place: int) -> int:
    """How many names stand between a record and the one whose number it followed."""
    follows = records[place].follows
    for distance in range(1, place + 1):
        if records[place - distance].number == follows:
            return distance - 1
    return 0


def _duplicates(records: list[Signatory]) -> Iterator[Finding]:
    for group in _groups(records, lambda record: match_key(record.raw) or record.raw):
        yield _about("duplicate", group)


def _look_alikes(records: list[Signatory]) -> Iterator[Finding]:
    """Different names that a reader cannot tell apart."""
    for group in _groups(records, lambda record: skeleton(record.raw)):
        different = {match_key(record.raw): record for record in group}
        if len(different) > 1:
            yield _about("look_alike", list(different.values()))


def _groups(records: list[Signatory], key: Callable[[Signatory], str]) -> Iterable[list[Signatory]]:
    groups = defaultdict(list)
    for record in records:
        if wanted := key(record):
            groups[wanted].append(record)
    return (group for group in groups.values() if len(group) > 1)


def _about(code: str, records: list[Signatory]) -> Finding:
    # More digests than two would not fit where a dismissal keeps them.
    names = list(dict.fromkeys(record.raw for record in records))[:2]
    return Finding(code, subject_of(*names), [record.id for record in records])


def _single_names(records: list[Signatory]) -> Iterator[Finding]:
    glued = {place for place, record in enumerate(records) if check_glued([(record, 0)])}
    for place, record in enumerate(records):
        findings = {
            "invisible_characters": {"characters": needless_characters(record.raw)},
            "mixed_scripts": {"scripts": mixed_scripts(record.raw)},
            "several_names": {"separator": joined_by(record.raw)},
        }
        if place in glued:
            findings["glued_names"] = {"glued": True}
        if record.raw.isascii() and len(scripts_in(record.raw)) < 2:
            del findings["mixed_scripts"]
        for code, params in findings.items():
            if any(params.values()):
                yield Finding(code, digest(record.raw), [record.id], params)
