"""Publications and their files."""

from .documents import Document

__all__ = ["Document"]
