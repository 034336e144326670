"""The directory as a table: one row for each name."""

import csv
import io

from openpyxl import Workbook

from home.spreadsheets import guarded
from letters.exports.formats import text_cell
from letters.models import Organisation

COLUMNS = [
    *("organisation", "name", "language", "kind", "preferred"),
    *("country", "website", "member"),
]
_WIDTHS = (12, 60, 10, 12, 10, 9, 40, 9)


def rows():
    """Every name of every organisation as a list of cells, by organisation."""
    organisations = Organisation.objects.with_names().order_by("pk")
    for organisation in organisations.iterator(chunk_size=500):
        for name in sorted(organisation.names.all(), key=lambda name: name.pk):
            yield [
                organisation.pk,
                name.text,
                name.language,
                name.kind,
                _word(name.preferred),
                organisation.country.code or "",
                organisation.website,
                _word(organisation.member),
            ]


def _word(value):
    return "yes" if value else "no"


def as_csv():
    """CSV in UTF-8 with a mark for Excel; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows():
        writer.writerow([guarded(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx():
    """A workbook in which every text is text."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Organisations")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append([text_cell(sheet, heading, bold=True) for heading in COLUMNS])
    for row in rows():
        sheet.append([text_cell(sheet, value) for value in row])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


FORMATS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
