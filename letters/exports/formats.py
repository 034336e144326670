"""An `Export` as CSV, XLSX, JSON and plain text."""

import csv
import io
import json

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from home.spreadsheets import FORMULA, guarded

from .content import COLUMNS


def as_csv(export):
    """Records after RFC 4180 in UTF-8; the mark at the start tells Excel so.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it: CSV has
    no other way to say that it is text. The last records, which have no number, count.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in export.rows:
        writer.writerow([guarded(value) for value in row.values])
    for line in export.closing_lines:
        writer.writerow(["", guarded(line), *[""] * (len(COLUMNS) - 2)])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(export):
    """A workbook: the names, and the counts on a sheet of their own.

    Every text is stored as text, never as a formula, so that names stay as they are.
    """
    workbook = Workbook(write_only=True)
    names = workbook.create_sheet("Signatories")
    names.freeze_panes = "A2"
    for column, width in zip("ABCDEFGH", (8, 60, 14, 10, 30, 40, 24, 40), strict=True):
        names.column_dimensions[column].width = width
    names.append([text_cell(names, heading, bold=True) for heading in export.headings])
    for row in export.rows:
        names.append([text_cell(names, value) for value in row.values])
    counts = workbook.create_sheet("Counts")
    counts.column_dimensions["A"].width = 60
    for value in (export.title, export.address, *export.closing_lines):
        counts.append([text_cell(counts, value)])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def text_cell(sheet, value, *, bold=False):
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", str(value))
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # not what the library guesses from the first character
    cell.quotePrefix = bool(FORMULA.search(text))  # text even after somebody edits the cell
    if bold:
        cell.font = Font(bold=True)
    return cell


def as_json(export):
    """An object with the counts and a list of all names."""
    content = {
        "title": export.title,
        "address": export.address,
        "language": export.language,
        "date": export.date,
        "listed": len(export.rows),
        "anonymous": export.anonymous,
        "total": export.total,
        "stated_total": export.stated_total,
        "signatories": [row.to_dict() for row in export.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def as_text(export):
    """The list as it stands under the text, to be copied into another."""
    lines = []
    section = ""
    for row in export.rows:
        if row.section != section:
            section = row.section
            lines += ["", section] if lines else [section]
            lines += [""] if section else []
        lines.append(f"{row.number}. {row.name}")
    return "\n".join([*lines, "", *export.closing_lines, ""]).encode()


# By the ending of the address: content type and function.
FORMATS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "txt": ("text/plain; charset=utf-8", as_text),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
