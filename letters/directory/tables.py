"""Reading tables that people upload: XLSX and CSV, as whatever program saved them.

A file may be hostile, broken or of another type; then `TableError` says what to do.
"""

import csv
import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from letters.editor.checks import number as grouped

MAX_ROWS = 10_000
MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
_MAX_COLUMNS = 50
_MAX_CELL = 10_000

# The apostrophe that exports put before what a spreadsheet would run as a formula.
_GUARD = re.compile(r"(?:^|(?<=[;\t\r\n]))'(?=\s*[=+\-@＝＋－＠])|^'(?=[\t\r\n])")


class TableError(Exception):
    """A file cannot be read as a table; its text says what to do."""


def read_table(upload):
    """Return the rows of an uploaded file: a list of (number, list of cells as text).

    Numbers are those that a spreadsheet shows. Empty rows are left out.
    """
    if upload.size > MAX_BYTES:
        size = MAX_BYTES // 1024 // 1024
        raise TableError(
            _("The file is larger than {size} MB. Divide it into several.").format(size=size)
        )
    content = upload.read()
    if content.startswith(b"PK\x03\x04"):
        rows = _xlsx(content)
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(
            _("This is a file of an old spreadsheet program. Save it as XLSX and try again.")
        )
    else:
        rows = _csv(content)
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        raise TableError(_("The file is empty."))
    if len(filled) > MAX_ROWS + 1:
        raise TableError(
            _("The file has more than {count} rows. Divide it into several.").format(
                count=grouped(MAX_ROWS)
            )
        )
    return filled


def _csv(content):
    text = _decoded(content)
    csv.field_size_limit(_MAX_CELL * 10)
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        while (before := reader.line_num) >= 0:
            cells = next(reader)
            rows.append((before + 1, [_GUARD.sub("", cell.strip()) for cell in cells]))
    except StopIteration:
        return rows
    except csv.Error as error:
        raise TableError(
            _("Row {number} cannot be read. Save the table as XLSX and try again.").format(
                number=reader.line_num
            )
        ) from error


def _decoded(content):
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError(
            _(
                "This is neither an XLSX file nor text in UTF-8. In the spreadsheet program "
                "choose “CSV UTF-8” or “Excel workbook (.xlsx)” when saving."
            )
        ) from error
    if "\0" in text or text.startswith(("%PDF", "<", "{")):
        raise TableError(_("This is not a table. Upload an XLSX or CSV file."))
    return text


def _xlsx(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
            names = set(archive.namelist())
        if unpacked > MAX_UNPACKED:
            raise TableError(_("The file unpacks to far more than a table needs."))
        if not any(name.startswith("xl/") for name in names):
            raise TableError(_("This is not a table. Upload an XLSX or CSV file."))
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        rows = sheet.iter_rows(max_col=_MAX_COLUMNS, max_row=MAX_ROWS * 2, values_only=True)
        return [
            (number, [_text(value) for value in values])
            for number, values in enumerate(rows, start=1)
        ]
    except TableError:
        raise
    # A broken file fails in the library wherever it is broken.
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, OSError) as error:
        raise _broken() from error
    except (AttributeError, IndexError, SyntaxError, EOFError, NotImplementedError) as error:
        raise _broken() from error


def _broken():
    return TableError(
        _("The XLSX file is damaged. Open it in a spreadsheet program, save it again and retry.")
    )


def _text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
