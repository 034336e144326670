"""What a table of names would do to the directory.

Rows with the same number in the column `organisation` belong together; any other word there
ties rows of a new organisation to each other. A name that the directory knows leads to its
organisation, so that the same table a second time changes nothing. Empty cells change nothing.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from letters.models import Organisation, OrganisationName
from letters.ordering import match_key

from .rows import Problem, parse_rows

CREATED, CHANGED, UNCHANGED = "created", "changed", "unchanged"


@dataclass
class Change:
    """What becomes of one organisation. `organisation` is None while it is new."""

    organisation: Organisation | None
    rows: list  # of `rows.NameRow`
    facts: dict = field(default_factory=dict)
    added: list = field(default_factory=list)  # of rows whose names are new
    edited: list = field(default_factory=list)  # (OrganisationName, {field: value})

    @property
    def status(self):
        """Whether it is created, changed or unchanged."""
        if self.organisation is None:
            return CREATED
        return CHANGED if self.facts or self.added or self.edited else UNCHANGED

    @property
    def title(self):
        """What it is called, or will be."""
        return str(self.organisation) if self.organisation else self.rows[0].name

    @property
    def numbers(self):
        """The numbers of its rows in the table."""
        return [row.number for row in self.rows]


@dataclass
class ImportPlan:
    """What a table would do to the directory."""

    changes: list = field(default_factory=list)
    problems: list = field(default_factory=list)

    @property
    def counts(self):
        """How many organisations are created, changed and unchanged, by these words."""
        counted = Counter(change.status for change in self.changes)
        return {status: counted[status] for status in (CREATED, CHANGED, UNCHANGED)}

    @property
    def does_something(self):
        """Whether anything would be written."""
        return any(change.status != UNCHANGED for change in self.changes)


def plan_import(table):
    """Say what a table (of `read_table`) would do, without writing: an `ImportPlan`.

    An organisation of which any row is wrong is left alone whole.
    """
    rows, problems = parse_rows(table)
    directory = _Directory(rows)
    groups = {}
    for row in rows:
        groups.setdefault(row.key or directory.key(row), []).append(row)
    plan = ImportPlan(problems=problems)
    bad_keys = {problem.key for problem in problems if problem.key}
    for key, group in groups.items():
        try:
            change = directory.change(key, group)
        except _WrongError as error:
            plan.problems.append(error.problem)
            continue
        if key not in bad_keys:
            plan.changes.append(change)
    _refuse_twice(plan)
    plan.problems.sort(key=lambda problem: problem.number)
    return plan


def _refuse_twice(plan):
    """Two groups of rows that lead to one organisation would overwrite each other."""
    seen, kept = {}, []
    for change in plan.changes:
        pk = change.organisation and change.organisation.pk
        if pk and pk in seen and change.status != UNCHANGED:
            first = seen[pk].numbers[0]
            message = _(
                "This name belongs to the organisation of row {first}. Write the same "
                "number or word in the column “organisation” of both rows."
            ).format(first=first)
            plan.problems.append(Problem(change.numbers[0], "organisation", message))
            continue
        seen.setdefault(pk, change)
        kept.append(change)
    plan.changes = kept


class _WrongError(Exception):
    def __init__(self, row, column, message):
        super().__init__(message)
        self.problem = Problem(row.number, column, message, row.key)


class _Directory:
    """What the directory knows of the names and numbers of a table, in a few queries."""

    def __init__(self, rows):
        numbers = {int(row.key) for row in rows if _is_number(row.key)}
        keys = {match_key(row.name) for row in rows} - {""}
        self.owners = {}
        known = OrganisationName.objects.order_by().values_list("match_key", "organisation")
        for some in _chunks(sorted(keys)):
            for key, owner in known.filter(match_key__in=some):
                self.owners.setdefault(key, set()).add(owner)
        numbers |= {owner for owners in self.owners.values() for owner in owners}
        self.organisations = {}
        for some in _chunks(sorted(numbers)):
            found = Organisation.objects.with_names().filter(pk__in=some)
            self.organisations |= {one.pk: one for one in found}

    def key(self, row):
        """What ties a row without a word in the column `organisation` to others."""
        owners = self.owners.get(match_key(row.name), ())
        return str(*owners) if len(owners) == 1 else f"\0{match_key(row.name) or row.number}"

    def change(self, key, rows):
        """The `Change` that rows of one organisation ask for."""
        organisation = self._organisation(key, rows)
        change = Change(organisation, rows)
        self._plan_facts(change)
        preferred = [row for row in rows if row.preferred]
        if len({row.name for row in preferred}) > 1:
            message = _("Only one name can be preferred; row {first} has another.").format(
                first=preferred[0].number
            )
            raise _WrongError(preferred[1], "preferred", message)
        self._plan_names(change)
        return change

    def _organisation(self, key, rows):
        if _is_number(key):
            if int(key) not in self.organisations:
                message = _(
                    "There is no organisation {number}. Leave the cell empty for a new one."
                ).format(number=key)
                raise _WrongError(rows[0], "organisation", message)
            return self.organisations[int(key)]
        owners = {owner for row in rows for owner in self.owners.get(match_key(row.name), ())}
        if len(owners) > 1:
            numbers = ", ".join(map(str, sorted(owners)))
            message = _(
                "More than one organisation has these names: {numbers}. Write one of these "
                "numbers here, or merge them first."
            ).format(numbers=numbers)
            raise _WrongError(rows[0], "organisation", message)
        return self.organisations[owners.pop()] if owners else None

    def _plan_facts(self, change):
        for name in ("country", "website", "member"):
            values = [(row, row.facts[name]) for row in change.rows if name in row.facts]
            for row, value in values[1:]:
                if value != values[0][1]:
                    message = _("Row {first} says otherwise about the same organisation.").format(
                        first=values[0][0].number
                    )
                    raise _WrongError(row, name, message)
            if values:
                stored = change.organisation and getattr(change.organisation, name)
                stored = (stored.code or "") if name == "country" and stored else stored
                if change.organisation is None or stored != values[0][1]:
                    change.facts[name] = values[0][1]

    def _plan_names(self, change):
        known = {}
        if change.organisation:
            known = {name.text: name for name in change.organisation.names.all()}
        added = set()
        for row in change.rows:
            if row.name in known:
                edits = row.edits(known[row.name])
                if edits:
                    change.edited.append((known[row.name], edits))
            elif row.name not in added:
                added.add(row.name)
                change.added.append(row)
        newly = {row.name for row in change.rows if row.preferred}
        for name in known.values():
            if newly and name.preferred and name.text not in newly:
                change.edited.append((name, {"preferred": False}))


def _is_number(key):
    return key.isdecimal() and len(key) < 18  # more than a database can hold


def _chunks(items, size=500):
    return (items[start : start + size] for start in range(0, len(items), size))
