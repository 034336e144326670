"""What an export says, before it has a format."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext, ngettext
from django_countries import countries

from home.layout import absolute_url
from letters.known_names import known_names, page_of_signatures
from letters.models import Organisation, Signature

COLUMNS = [
    *("number", "name", "kind", "language", "section", "organisation", "country"),
    "name_in_language",
]


@dataclass(frozen=True)
class Row:
    """One name under the text; `name` is exactly what was signed."""

    number: int
    name: str
    kind: str
    language: str
    section: str
    organisation: str  # its preferred name in the directory, or empty
    country: str  # ISO 3166-1 alpha-2, or empty
    name_in_language: str  # what follows the name on the page, in its language; or empty

    @property
    def values(self):
        """The row as a table shows it: the country by its name."""
        shown = self.to_dict()
        return [shown["country_name" if name == "country" else name] for name in COLUMNS]

    def to_dict(self):
        """The row as JSON has it: the country by its code and its name."""
        return asdict(self) | {"country_name": str(countries.name(self.country))}


@dataclass(frozen=True)
class Export:
    """All names under a page and the numbers that go with them."""

    title: str
    address: str
    language: str
    date: str
    stated_total: int | None
    anonymous: int
    rows: list[Row]

    @property
    def total(self):
        """Listed and anonymous signatories together."""
        return len(self.rows) + self.anonymous

    @property
    def closing_lines(self):
        """Sentences on those without a name and on all together, in the active language."""
        lines = [
            ngettext("%(number)s signatory in all", "%(number)s signatories in all", self.total)
            % {"number": self.total}
        ]
        if self.anonymous:
            anonymous = ngettext(
                "and %(number)s anonymous signatory",
                "and %(number)s anonymous signatories",
                self.anonymous,
            ) % {"number": self.anonymous}
            lines.insert(0, anonymous)
        return lines

    @property
    def headings(self):
        """The names of the columns in the active language, in the order of `COLUMNS`."""
        return [
            gettext("Number"),
            gettext("Name as signed"),
            gettext("Kind"),
            gettext("Language"),
            gettext("Section"),
            gettext("Organisation"),
            gettext("Country"),
            gettext("Name in the language of the page"),
        ]


def export_of(page):
    """Collect what stands under a `SignedPage` (an `Export`)."""
    organisations = _organisations(page)
    known = known_names(page, page.content_language)
    return Export(
        title=page.title,
        address=absolute_url(page.get_url() or ""),
        language=page.content_language,
        date=page.date.isoformat(),
        stated_total=page.shown_stated_total,
        anonymous=page.shown_anonymous_count,
        rows=[
            _row(number, record, names.heading, organisations, known)
            for names in page.signatory_lists
            for number, record in enumerate(names.signatories, start=names.start)
        ],
    )


def _row(number, record, section, organisations, known):
    organisation = organisations.get((number, record.raw))
    name = known.get((number, record.raw))
    return Row(
        number=number,
        name=record.raw,
        kind=record.kind,
        language=record.lang,
        section=section or "",
        organisation=organisation.display_name if organisation else "",
        country=record.country or (organisation.country.code if organisation else "") or "",
        name_in_language=name.text if name else "",
    )


def _organisations(page):
    """The organisations visitors may see, by the number and the name they signed under."""
    known = {
        (position, raw): key
        for position, raw, key in Signature.objects.filter(
            page=page_of_signatures(page), organisation__isnull=False
        ).values_list("position", "raw", "organisation")
    }
    found = Organisation.objects.public().with_names().in_bulk(set(known.values()))
    return {place: found[key] for place, key in known.items() if key in found}
