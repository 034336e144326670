"""Office files and books: ZIP archives, judged by their table of contents, never unpacked."""

import zipfile

from django.utils.translation import gettext as _

from .refusals import RefusedFileError

MOST_ENTRIES = 5_000
MOST_UNPACKED = 500 * 1024 * 1024
# Text packs well, but not like this.
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024
LONGEST_DECLARATION = 200

# Files that only one kind of Office document has.
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
DECLARED = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/epub+zip": "epub",
}
# Programs within documents: macros, embedded objects that run, scripts.
PROGRAMS = ("vbaproject.bin", ".exe", ".dll", ".bat", ".cmd", ".vbs", ".ps1", ".jar", ".scr")
PROGRAM_FOLDERS = ("basic/", "scripts/")


def archive_kind(file):
    """Return the extension that fits the archive's content.

    Raises `RefusedFileError` for a broken one, a bomb, one with programs in it, and a ZIP that
    is no document.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _check_sizes(archive, file.size)
            names = [entry.filename for entry in archive.infolist()]
            _check_programs(names)
            kind = _kind(archive, names)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        raise RefusedFileError(
            _("This document is damaged or incomplete. Open it, save it again, and upload that.")
        ) from None
    if kind is None:
        raise RefusedFileError(
            _("This is a ZIP archive, not a document. Unpack it and upload the files in it.")
        )
    return kind


def _check_sizes(archive, size):
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    steep = any(
        entry.file_size > RATIO_COUNTS_FROM
        and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if steep or unpacked > MOST_UNPACKED or packed > size or len(entries) > MOST_ENTRIES:
        raise RefusedFileError(
            _(
                "Unpacked, this document would be far larger than any real one: such files are "
                "made to bring computers down. If you trust it, save it as PDF and upload that."
            )
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedFileError(
            _("This document needs a password. Save it without one and upload that.")
        )


def _check_programs(names):
    for name in map(str.lower, names):
        if name.endswith(PROGRAMS) or name.startswith(PROGRAM_FOLDERS):
            raise RefusedFileError(
                _(
                    "This document holds programs (macros), which could harm readers. Save it "
                    "without macros, or as PDF, and upload that."
                )
            )


def _kind(archive, names):
    if "[Content_Types].xml" in names:
        return next((kind for name, kind in OFFICE.items() if name in names), None)
    if "mimetype" in names and archive.getinfo("mimetype").file_size < LONGEST_DECLARATION:
        return DECLARED.get(archive.read("mimetype").strip())
    return None
