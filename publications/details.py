"""What a reader sees of a publication besides its text: authors, files, cover."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from home.languages import Language
from home.layout import absolute_url

SUBTITLE_MARK = ": "


@dataclass(frozen=True)
class Credit:
    """An author as shown: `language` is empty where the name is not in a known language."""

    name: str
    cited_as: str = ""
    language: str = ""
    is_organisation: bool = False


class Details:
    """Read by templates, citations and metadata; each part is looked up once, when asked for."""

    def __init__(self, page, draft=False):
        self.page = page
        self.draft = draft

    @cached_property
    def authors(self):
        """The authors (`Credit`) in their order, without organisations that are not to be shown."""
        authors = self._of_source(self.page.authors).select_related("organisation")
        authors = authors.prefetch_related("organisation__names")
        return [
            _credit(author)
            for author in authors
            if not (author.organisation and author.organisation.suppressed)
        ]

    @cached_property
    def files(self):
        """The files (`PublicationFile`): those in the language being read first."""
        files = self._of_source(self.page.files).select_related("document__reading__cover")
        return sorted(files, key=lambda file: (file.language != get_language(), file.sort_order))

    def _of_source(self, children):
        """Those of its `children` that it shows: of its source page, or of a draft its own."""
        if self.draft:
            return children.all()
        key = self.page.translation_key
        return children.model.objects.offered().filter(page__translation_key=key)

    @property
    def files_here(self):
        """The files in the language being read."""
        return [file for file in self.files if file.language == get_language()]

    @property
    def files_elsewhere(self):
        """The files in other languages."""
        return [file for file in self.files if file.language != get_language()]

    @property
    def languages(self):
        """The languages (`Language`) of the files, each once."""
        return [Language(code) for code in dict.fromkeys(file.language for file in self.files)]

    @property
    def cover(self):
        """The picture that an editor chose, else the first page of the first PDF, else None."""
        return self.page.cover or next(filter(None, map(cover_of, self.files)), None)

    @property
    def full_title(self):
        """Title and subtitle on one line."""
        return SUBTITLE_MARK.join(filter(None, [self.page.title, self.page.subtitle]))

    @property
    def address(self):
        """The full address of the page, empty while it has none."""
        url = self.page.get_url() if self.page.pk else None
        return absolute_url(url) if url else ""

    @property
    def pdf(self):
        """The first full text in the language being read that is a PDF, or None."""
        for file in self.files_here:
            if file.kind == "full" and file.document.file_extension == "pdf":
                return file
        return None


def details_of(page, draft=False):
    """The `Details` of a publication; asking again for the same page costs nothing.

    Of a `draft` they are as the page itself holds them, saved or not.
    """
    if not hasattr(page, "_details"):
        page._details = Details(page, draft)
    return page._details


def reading_of(document):
    """The `DocumentReading` of a document, or None."""
    return getattr(document, "reading", None)


def cover_of(file):
    """The picture of the first page of a file (`PublicationFile`), or None."""
    reading = reading_of(file.document)
    return reading.cover if reading else None


def _credit(author):
    organisation = author.organisation
    if not organisation:
        return Credit(author.name, author.cited_as)
    name = organisation.name_in(get_language())
    if name:
        return Credit(name.text, language=name.language, is_organisation=True)
    return Credit(organisation.display_name, is_organisation=True)
