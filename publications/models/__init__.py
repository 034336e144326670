"""Publications and their files."""

from .documents import Document
from .library import PublicationIndexPage
from .pages import PublicationPage
from .parts import Author, PublicationFile
from .readings import DocumentPage, DocumentReading
from .series import Series
from .versions import DocumentVersion

__all__ = [
    "Author",
    "Document",
    "DocumentPage",
    "DocumentReading",
    "DocumentVersion",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "Series",
]
