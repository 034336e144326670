"""Documents to test with, in a folder that is empty before each test."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest


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
