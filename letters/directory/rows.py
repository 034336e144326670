"""The rows of a table of names: what their cells mean, and what is wrong with them."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django_countries import countries

from letters.editor.corrections import CorrectionError, checked_language
from letters.models import OrganisationName
from letters.parsing.cleaning import clean_line, unsafe_characters

from .exporting import COLUMNS
from .tables import TableError

MAX_NAME = 300
_YES = {"yes", "y", "true", "1", "x", "✓"}
_NO = {"no", "n", "false", "0"}


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell, and what to do."""

    number: int
    column: str
    message: str
    key: str = ""  # of the organisation that the row belongs to, if it has one


@dataclass
class NameRow:
    """One name as the table has it; None and missing facts are empty cells."""

    number: int
    key: str
    name: str
    language: str | None = None
    kind: str | None = None
    preferred: bool | None = None
    facts: dict = field(default_factory=dict)

    def edits(self, name):
        """What the row changes of a stored name: {field: value}."""
        values = {"language": self.language, "kind": self.kind, "preferred": self.preferred}
        return {
            field_name: value
            for field_name, value in values.items()
            if value is not None and getattr(name, field_name) != value
        }


def parse_rows(table):
    """Return (rows, problems) of a table; raise `TableError` if its columns are not ours."""
    (_number, headings), *body = table
    places = _places(headings)
    rows, problems = [], []
    for number, cells in body:
        values = {
            name: cells[place] if place < len(cells) else "" for name, place in places.items()
        }
        if any(values.values()):
            row, wrong = _Reader(number, values).read()
            problems += wrong
            if not wrong:
                rows.append(row)
    return rows, problems


def _places(headings):
    found = [heading.strip().casefold() for heading in headings]
    places = {name: found.index(name) for name in COLUMNS if name in found}
    if "name" not in places:
        raise TableError(
            _(
                "The first row must hold the names of the columns, and “name” is missing. "
                "The columns are: {columns}. An export shows how it is done."
            ).format(columns=", ".join(COLUMNS))
        )
    twice = [name for name in places if found.count(name) > 1]
    if twice:
        raise TableError(
            _("The column “{column}” is there twice. Delete one of them.").format(column=twice[0])
        )
    return places


class _Reader:
    """Reads the cells of one row."""

    def __init__(self, number, values):
        self.number = number
        self.values = values
        self.problems = []

    def wrong(self, column, message):
        key = self.values.get("organisation", "").strip()
        self.problems.append(Problem(self.number, column, message, key))

    def read(self):
        row = NameRow(self.number, self.values.get("organisation", "").strip(), self._name())
        row.language = self._language()
        row.kind = self._kind()
        row.preferred = self._yes_or_no("preferred")
        facts = {
            "country": self._country(),
            "website": self._website(),
            "member": self._yes_or_no("member"),
        }
        row.facts = {name: value for name, value in facts.items() if value is not None}
        return row, self.problems

    def _name(self):
        name = clean_line(self.values["name"])
        if not name:
            self.wrong("name", _("The name is missing. Write it, or delete the row."))
        elif len(name) > MAX_NAME:
            self.wrong("name", _("The name is longer than {limit} letters.").format(limit=MAX_NAME))
        elif unsafe_characters(name):
            signs = ", ".join(unsafe_characters(name))
            message = _("The name holds signs that no font is sure to show: {signs}.")
            self.wrong("name", message.format(signs=signs))
        return name

    def _language(self):
        try:
            return checked_language(self.values.get("language", "")) or None
        except CorrectionError as error:
            self.wrong("language", str(error))

    def _kind(self):
        value = self.values.get("kind", "").casefold()
        kinds = OrganisationName.Kind
        for kind in kinds:
            if value in (kind.value, str(kind.label).casefold()):
                return kind.value
        if value:
            message = _("Write one of these words: {words}.")
            self.wrong("kind", message.format(words=", ".join(kinds.values)))

    def _yes_or_no(self, column):
        value = self.values.get(column, "").casefold()
        if value and value not in _YES | _NO:
            self.wrong(column, _("Write yes or no, or leave the cell empty."))
        return (value in _YES) if value in _YES | _NO else None

    def _country(self):
        value = self.values.get("country", "")
        if not value:
            return None
        code = value.upper() if value.upper() in countries else countries.by_name(value)
        if not code:
            message = _("“{value}” is no country. Write its code of two letters, such as TH.")
            self.wrong("country", message.format(value=value))
        return code

    def _website(self):
        value = self.values.get("website", "")
        if not value:
            return None
        try:
            URLValidator(schemes=["http", "https"])(value)
        except ValidationError:
            message = _("“{value}” is no address. Write it whole: https://www.example.org/")
            self.wrong("website", message.format(value=value))
        if len(value) > 200:
            self.wrong("website", _("The address is longer than 200 letters."))
        return value
