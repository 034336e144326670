"""Publications and their files."""

from .documents import Document
from .versions import DocumentVersion

__all__ = ["Document", "DocumentVersion"]
