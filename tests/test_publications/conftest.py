"""Publications and documents to test with, in a folder that is empty before each test."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from bs4 import BeautifulSoup


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """The folder of all stored files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def pdf(words=b"one page"):
    return b"%PDF-1.4\n" + words + b"\n%%EOF\n"


def archive(*names, **contents):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as result:
        for name in names:
            result.writestr(name, contents.get(name, "<x/>"))
    return file.getvalue()


def docx(*more):
    return archive("[Content_Types].xml", "word/document.xml", *more)


@pytest.fixture
def library(home):
    """The published library below the home page."""
    from publications.models import PublicationIndexPage

    page = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    page.save_revision().publish()
    return page


@pytest.fixture
def make_publication(library):
    """A function that publishes a publication with the given authors and files."""
    from publications.models import Author, PublicationFile, PublicationPage

    def make(title="The price of a tree", *, authors=(), files=(), publish=True, **fields):
        fields = {"date": date(2026, 1, 20)} | fields
        themes = fields.pop("themes", [])
        page = PublicationPage(title=title, live=publish, **fields)
        page.authors = [
            Author(name=author) if isinstance(author, str) else Author(**author)
            for author in authors
        ]
        page.files = [PublicationFile(**({"language": "en"} | file)) for file in files]
        library.add_child(instance=page)
        if themes:
            page.themes = themes
        if publish:
            page.save_revision().publish()
        return PublicationPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def make_document(db):
    """A function that puts a file into the library."""
    from django.core.files.base import ContentFile

    from publications.models import Document

    def make(content=b"%PDF-1.4 no real one", name="report.pdf", title="Report", **fields):
        return Document.objects.create(
            title=title, file=ContentFile(content, name=name), file_size=len(content), **fields
        )

    return make


@pytest.fixture
def offer(home):
    """A function that publishes a page which offers documents, and returns the page."""
    from home.models import StandardPage

    def publish(*documents):
        blocks = [{"type": "document", "value": {"document": one.pk}} for one in documents]
        page = home.add_child(instance=StandardPage(title="Files", body=blocks))
        page.save_revision().publish()
        return page

    return publish


@pytest.fixture
def read(client):
    """A function that gets an address and returns its HTML as a tree."""

    def get(url, status=200):
        response = client.get(url)
        assert response.status_code == status
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get
