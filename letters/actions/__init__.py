"""Verbs of letters that write more than one row.

`letters.actions.signatures` is imported by its own name: it needs the models, which need
this package.
"""

from .translations import (
    COPIED_FIELDS,
    copy_signatories_to_translations,
    take_signatories_from_translations,
)

__all__ = [
    "COPIED_FIELDS",
    "copy_signatories_to_translations",
    "take_signatories_from_translations",
]
