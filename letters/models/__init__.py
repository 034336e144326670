"""Statements, letters, the names under them, and the directory of who signs."""

from .directory import OrganisationIndexPage
from .letters import Convenor, LetterIndexPage, OpenLetterPage
from .organisations import Organisation, OrganisationName
from .pdf import PagePDF
from .removed import RemovedSignatory
from .signatures import Signature
from .signed import SignatoryList, SignedPage
from .statements import StatementIndexPage, StatementPage

__all__ = [
    "Convenor",
    "LetterIndexPage",
    "OpenLetterPage",
    "Organisation",
    "OrganisationIndexPage",
    "OrganisationName",
    "PagePDF",
    "RemovedSignatory",
    "SignatoryList",
    "Signature",
    "SignedPage",
    "StatementIndexPage",
    "StatementPage",
]
