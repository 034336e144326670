"""What a citation is made from."""

from dataclasses import dataclass
from datetime import date

from publications.details import Credit, details_of


@dataclass(frozen=True)
class Reference:
    """The facts of a publication, without any style."""

    key: str
    kind: str
    title: str
    authors: list[Credit]
    date: date
    publisher: str = ""
    series: str = ""
    number: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    pages: int | None = None
    language: str = ""
    url: str = ""

    @property
    def address(self):
        """Where it is found for good: by its DOI, else on this site."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def responsible(self):
        """Its authors, or who published it where none is named."""
        if self.authors or not self.publisher:
            return self.authors
        return [Credit(self.publisher, is_organisation=True)]

    @property
    def named_publisher(self):
        """The publisher unless it stands in the place of the author already."""
        names = [credit.name for credit in self.responsible]
        return "" if self.publisher in names else self.publisher


def reference_of(page):
    """The `Reference` of a `PublicationPage`."""
    details = details_of(page)
    return Reference(
        key=f"{page.slug}-{page.date.year}",
        kind=str(page.get_kind_display()),
        title=details.full_title,
        authors=details.authors,
        date=page.date,
        publisher=page.publisher,
        series=page.series.name if page.series else "",
        number=page.series_number,
        isbn=page.isbn,
        issn=page.issn or (page.series.issn if page.series else ""),
        doi=page.doi,
        pages=page.page_count,
        language=page.content_language,
        url=details.address,
    )
