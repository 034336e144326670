"""What is to be looked at beside the names under other texts and those of the directory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Min, QuerySet

from letters.actions.signatures import Organisations
from letters.confusables import latin_twin
from letters.directory.likeness import NameIndex
from letters.models import OrganisationName, Signature
from letters.ordering import match_key
from letters.signatories import Signatory

from .findings import Finding, subject_of

# Of 100. Higher than for suggestions: nobody asked for these.
LEAST = 90
_AT_A_TIME = 500


def compare(page_key: int, records: list[Signatory]) -> list[Finding]:
    """Return the findings about `records`, the names under a page, beside all others.

    Looks through every signature of the site, so it is work for the background.
    """
    keys = [match_key(record.raw) for record in records]
    find = Organisations(records, keys)
    owners = [find(record, key) for record, key in zip(records, keys, strict=True)]
    others = Signature.objects.exclude(page=page_key).order_by()
    found = [
        *_twins(others, records),
        *_twice_here(records, keys, owners),
        *_other_spellings(others, records, keys, owners),
    ]
    told = {key for finding in found for key in finding.records}
    left = [
        (record, key, owner)
        for record, key, owner in zip(records, keys, owners, strict=True)
        if record.id not in told and record.kind != "person" and key
    ]
    return [*found, *_alike(others, left)]


def _twins(others: QuerySet, records: list[Signatory]) -> Iterator[Finding]:
    """Names made of letters that look like those of another, Latin one."""
    twins = {record.id: latin_twin(record.raw) for record in records}
    wanted = {match_key(twin) for twin in twins.values()} - {""}
    if not wanted:
        return
    known = {
        row.match_key: (row.text, {"name": row.pk})
        for row in OrganisationName.objects.filter(match_key__in=wanted)
    }
    for row in others.filter(match_key__in=wanted):
        known.setdefault(row.match_key, (row.raw, {"page": row.page_id, "other": row.record}))
    for record in records:
        key = match_key(twins[record.id])
        if key in known:
            text, params = known[key]
            yield Finding("look_alike", subject_of(record.raw, text), [record.id], params)


def _twice_here(records, keys, owners) -> Iterator[Finding]:
    """One organisation of the directory under two names of the same text."""
    lists = defaultdict(dict)
    for record, key, owner in zip(records, keys, owners, strict=True):
        if owner:
            lists[owner].setdefault(key, record)
    for names in lists.values():
        if len(names) > 1:
            pair = list(names.values())[:2]
            subject = subject_of(*(record.raw for record in pair))
            yield Finding("same_organisation", subject, [record.id for record in pair])


def _other_spellings(others, records, keys, owners) -> Iterator[Finding]:
    """Organisations that stand under another text in a spelling that is no name of theirs.

    That one has an acronym or a translation is known, and nothing to look at.
    """
    wanted = sorted({owner for owner in owners if owner})
    official, spelled = set(), defaultdict(list)
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        names = OrganisationName.objects.order_by().filter(organisation__in=part)
        proper = names.exclude(kind=OrganisationName.Kind.ALIAS)
        official |= set(proper.values_list("organisation", "match_key"))
        rows = others.filter(organisation__in=part).values("organisation", "match_key")
        for row in rows.annotate(first=Min("pk")):
            spelled[row["organisation"]].append((row["match_key"], row["first"]))
    doubtful = {}
    for record, key, owner in zip(records, keys, owners, strict=True):
        for other, first in spelled.get(owner, ()):
            if other != key and not {(owner, other), (owner, key)} <= official:
                doubtful.setdefault(record.id, (record, first))
    rows = Signature.objects.in_bulk([first for _record, first in doubtful.values()])
    for record, first in doubtful.values():
        yield _beside(record, rows[first].raw, rows[first].page_id, rows[first].record)


def _alike(others: QuerySet, names) -> Iterator[Finding]:
    """Organisations whose name is nearly the same as one under another text."""
    if not names:
        return
    own = {key for _record, key, _owner in names}
    seen = {}
    rows = others.exclude(kind="person").exclude(match_key="")
    fields = ("match_key", "raw", "organisation", "page", "record")
    for key, *row in rows.values_list(*fields).iterator(chunk_size=2000):
        if key not in own:
            seen.setdefault(key, row)
    index = NameIndex((row[0], row) for row in seen.values())
    for record, _key, owner in names:
        for (raw, other, page, place), score in index.alike(record.raw, LEAST):
            # Two organisations of the directory are known to be two.
            if not (owner and other and owner != other):
                yield _beside(record, raw, page, place, score=score)
                break


def _beside(record: Signatory, raw: str, page: int, place: str, **params) -> Finding:
    params |= {"page": page, "other": place}
    return Finding("other_spelling", subject_of(record.raw, raw), [record.id], params)
