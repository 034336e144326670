"""Saying no to a file."""

from django.core.exceptions import ValidationError


class RefusedFileError(ValidationError):
    """A file that is not taken in; the message says why and what to do instead."""


class BrokenFileError(Exception):
    """A file that does not hold to the rules of its own format."""
