"""Signatures: the names under a published page as rows."""

from dataclasses import dataclass

from django.db import transaction

from letters.models import OrganisationName, Signature
from letters.ordering import match_key, sort_key
from letters.signatories import Signatory

# An editor said that the name is none of the directory.
NONE = "-"
# All that is derived of a row; the rest is its place.
DERIVED = [
    "organisation_id", "record", "raw", "kind", "lang", "dir", "match_key", "sort_key"
]  # fmt: skip


@dataclass(frozen=True)
class Derived:
    """What deriving the signatures of one page did."""

    total: int = 0
    written: int = 0
    removed: int = 0

    @property
    def changed(self):
        """Whether any row is another than before."""
        return bool(self.written or self.removed)


@transaction.atomic
def derive_signatures(page):
    """Make the `Signature` rows of a page say what stands under it; return a `Derived`.

    Only a published source page has signatures: translations show those of their source,
    and an alias shows another page. Rows that are right already stay untouched. The number
    of queries does not grow with the number of names, but for the batches that SQLite needs.
    """
    names = _published_names(page)
    stored = {row.position: row for row in Signature.objects.filter(page_id=page.pk)}
    wanted = _rows(page, names)
    changed = [row for row in wanted if not _same(stored.get(row.position), row)]
    if changed:
        Signature.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["page", "position"],
            update_fields=[name.removesuffix("_id") for name in DERIVED],
        )
    surplus = [row.pk for position, row in stored.items() if position > len(wanted)]
    if surplus:
        Signature.objects.filter(page_id=page.pk, position__gt=len(wanted)).delete()
    return Derived(total=len(wanted), written=len(changed), removed=len(surplus))


@transaction.atomic
def rebuild_signatures(model, pk):
    """Derive the signatures of one page from what is stored now; return a `Derived`.

    Whoever publishes the page meanwhile waits, or is waited for. Returns None when the page
    is gone.
    """
    page = model.objects.select_for_update().filter(pk=pk).first()
    return page and derive_signatures(page)


def is_source(page):
    """Whether `page` is the first written of its translations."""
    model = page.specific_class
    keys = model.objects.filter(translation_key=page.translation_key).order_by("pk")
    return keys.values_list("pk", flat=True).first() == page.pk


def _published_names(page) -> list[Signatory]:
    if not page.live or page.alias_of_id or not is_source(page):
        return []
    return [record for block in page.signatories for record in block.value["names"]]


def _same(stored, wanted):
    return stored is not None and all(
        getattr(stored, name) == getattr(wanted, name) for name in DERIVED
    )


def _rows(page, names):
    keys = [match_key(record.raw) for record in names]
    find = Organisations(names, keys) if names else None
    return [
        Signature(
            page_id=page.pk,
            position=position,
            organisation_id=find(record, key),
            record=record.id[:40],
            raw=record.raw,
            kind=record.kind[:12],
            lang=record.lang[:20],
            dir=record.dir[:3],
            match_key=key,
            sort_key=sort_key(record.raw)[:400],
        )
        for position, (record, key) in enumerate(zip(names, keys, strict=True), start=1)
    ]


class Organisations:
    """Finds the organisation of a record: the one an editor chose, else the only one that
    has exactly this name. Never by likeness.

    Takes records and the `match_key` of each; call it with one of both."""

    def __init__(self, names, keys):
        known = OrganisationName.objects.order_by()
        chosen = {record.organisation for record in names if record.organisation.isdigit()}
        self.chosen = set()
        if chosen:
            found = known.filter(organisation__in=chosen).values_list("organisation", flat=True)
            self.chosen = set(found.distinct())
        self.by_key = {}
        pairs = known.filter(match_key__in={key for key in keys if key})
        for key, organisation in pairs.values_list("match_key", "organisation").distinct():
            self.by_key.setdefault(key, set()).add(organisation)

    def __call__(self, record, key):
        if record.organisation.isdigit() and int(record.organisation) in self.chosen:
            return int(record.organisation)
        if record.organisation == NONE:
            return None
        found = self.by_key.get(key, ())
        return next(iter(found)) if len(found) == 1 and record.kind != "person" else None
