"""Documents as they may be stored: what they claim to be, and nothing else besides."""

import codecs
from pathlib import PurePath

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .archives import archive_kind
from .kinds import HEAD, is_program, is_web_page
from .refusals import RefusedFileError
from .scanning import scan

TEXTS = {"csv", "txt"}
PIECE = 1024 * 1024
# How far from its end a PDF says that it ends, and how much of an archive's own end to look for.
TAIL = 64 * 1024
END_OF_ARCHIVE = b"PK\x05\x06"


def check_document(file, name=None):
    """Raise `RefusedFileError` unless the open `file` is the document that its name says.

    Reads no more than pieces of the file into memory, and leaves it at its beginning.
    """
    extension = PurePath(name or file.name).suffix.lower().removeprefix(".")
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        raise RefusedFileError(_other_types())
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        raise RefusedFileError(
            _("This file has %(size)s. Documents may have %(limit)s: save it smaller or split it.")
            % {
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
            }
        )
    file.seek(0)
    head = file.read(HEAD)
    kind = _kind(file, head, extension)
    if kind != extension:
        raise RefusedFileError(
            _(
                "The name of this file ends in .%(extension)s, but its content is .%(kind)s. "
                "Give it the right name, or save it as what you meant, and upload that."
            )
            % {"extension": extension, "kind": kind}
        )
    scan(file)
    file.seek(0)


def _kind(file, head, extension):
    """The extension that fits the content."""
    if is_program(head):
        raise RefusedFileError(
            _("This is a program, not a document, whatever its name says. Do not open it.")
        )
    if is_web_page(head):
        raise RefusedFileError(
            _(
                "This is, or could be taken for, a web page, which can hold programs. Print it "
                "as PDF and upload that."
            )
        )
    if head.startswith(b"%PDF-"):
        _check_pdf(file)
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return archive_kind(file)
    if extension in TEXTS:
        _check_text(file)
        return extension
    raise RefusedFileError(_other_types())


def _check_pdf(file):
    """A PDF ends where it says, and is not an archive as well."""
    file.seek(max(0, file.size - TAIL))
    tail = file.read()
    end = tail.rfind(b"%%EOF")
    if end < 0:
        raise RefusedFileError(
            _("This PDF is incomplete. Download or export it again, and upload that.")
        )
    if END_OF_ARCHIVE in tail[end:] or is_web_page(tail[end:]):
        raise RefusedFileError(
            _(
                "Something else is hidden behind the end of this PDF. Print it as a new PDF "
                "and upload that."
            )
        )


def _check_text(file):
    """Words in UTF-8 or UTF-16 without signs that no text has."""
    file.seek(0)
    head = file.read(2)
    file.seek(0)
    utf16 = head in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    decoder = codecs.getincrementaldecoder("utf-16" if utf16 else "utf-8")()
    try:
        while piece := file.read(PIECE):
            if "\0" in decoder.decode(piece):
                raise RefusedFileError(_other_types())
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise RefusedFileError(
            _(
                "The letters of this text cannot be read. Save it with the encoding UTF-8 and "
                "upload that."
            )
        ) from None


def _other_types():
    return _(
        "The content of this file is no document that we take. Save it as one of these and "
        "upload that: %(extensions)s. Another name alone does not change what it is."
    ) % {"extensions": ", ".join(settings.WAGTAILDOCS_EXTENSIONS)}
