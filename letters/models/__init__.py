"""Letters and the names under them."""

from .letters import LetterIndexPage, OpenLetterPage
from .signed import SignatoryList, SignedPage

__all__ = ["LetterIndexPage", "OpenLetterPage", "SignatoryList", "SignedPage"]
