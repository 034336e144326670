"""What editors are told about a document."""

from dataclasses import dataclass, field

from home.languages import Language
from publications.models import DocumentReading

from .problems import explain, where


@dataclass(frozen=True)
class Report:
    """A document, what was found in it, and what an editor may do about it."""

    document: object
    is_waiting: bool = False
    problems: list = field(default_factory=list)
    # (where, name) of people the file names.
    names: list = field(default_factory=list)
    # What the file says of itself, where an editor may want to take it over.
    title: str = ""
    language: str = ""
    page_count: int | None = None
    authors: list = field(default_factory=list)
    # How many earlier files of the document are kept.
    earlier: int = 0

    @property
    def language_name(self):
        """The own name of the language."""
        return Language(self.language).name if self.language else ""

    @property
    def other_title(self):
        """The title in the file where the document has another one."""
        return self.title if self.title != self.document.title else ""


def report_on(document):
    """The `Report` on a document, in the active language."""
    reading = getattr(document, "reading", None)
    if reading is None or reading.state == DocumentReading.State.PENDING:
        return Report(document, is_waiting=True)
    return Report(
        document,
        problems=[explain(problem) for problem in reading.problems],
        names=[(where(place), name) for place, name in reading.names],
        title=reading.title,
        language=reading.language,
        page_count=reading.page_count,
        authors=[name for place, name in reading.names if place == "xml"]
        or [name for place, name in reading.names if place == "info"][:1],
        earlier=document.versions.exclude(file="").count() if reading.names else 0,
    )
