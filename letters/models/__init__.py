"""Statements, letters, the names under them, and the directory of who signs."""

from .checks import DismissedCheck, PageChecks
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
    "DismissedCheck",
    "LetterIndexPage",
    "OpenLetterPage",
    "Organisation",
    "OrganisationIndexPage",
    "OrganisationName",
    "PageChecks",
    "PagePDF",
    "RemovedSignatory",
    "SignatoryList",
    "Signature",
    "SignedPage",
    "StatementIndexPage",
    "StatementPage",
]
