"""What the translators' desk keeps of its own."""

from .assignments import Assignment
from .glossary import GlossaryTerm, GlossaryTranslation
from .releases import ReleaseItem, ReleaseSet

__all__ = ["Assignment", "GlossaryTerm", "GlossaryTranslation", "ReleaseItem", "ReleaseSet"]
