"""Rows of a table to entries: which column holds the name, which number and country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters.parsing.countries import country_code
from letters.parsing.document import Line
from letters.parsing.marks import read_mark
from letters.parsing.records import PERSON

_NAME_HEADERS = re.compile(
    r"(?:^|\W)(?:name|names|organi[sz]ation|organisations|signator|nom\b|nome|nombre|"
    r"organizaci|organizaç|entidad|entidade|unterzeich|назв|организац|имя|фио|ф\.и\.о|подпис)"
    r"|단체|성명|이름|기관|名称|名稱|姓名|名前|氏名|団体|團體|团体|组织|組織|机构|機構|"
    r"الاسم|المنظمة|نام|ชื่อ|องค์กร",
    re.IGNORECASE,
)
_OTHER_HEADERS = re.compile(
    r"^(?:no|nr|role|institui\w*|n[º°]|#|№|№ п/п|s\.?\s?no|sl\.?\s?no|number|"
    r"title|position|function|country|"
    r"affiliation|pa[ií]s|pays|land|cargo|funktion|ort|city|region|state|date|website|email|"
    r"страна|город|должность|번호|연번|직책|국가|지역|소속|비고|编号|編號|序号|序號|国家|國家|职务|職務|"
    r"地区|地區|番号|国|所属|肩書|الدولة|البلد|الرقم|कंट्री|ลำดับ|ประเทศ)\W*$",
    re.IGNORECASE,
)


_PERSON_HEADER = re.compile(
    r"\bnames?\b|\bnom\b|nome|nombre|имя|фио|ф\.и\.о|성명|이름|姓名|名前|氏名|الاسم|نام|ชื่อ",
    re.IGNORECASE,
)
_PERSONAL_HEADERS = re.compile(
    r"title|position|role|function|affiliation|organi|institu|cargo|funktion|"
    r"должность|место работы|"
    r"직책|소속|职务|職務|单位|單位|所属|肩書|profess|occupation|beruf",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One signatory of a table."""

    name: str
    line: int
    number: int | None = None
    country: str = ""
    kind: str = ""


def table_entries(lines: Sequence[Line]) -> list[Row]:
    """Return the signatories of a table, row by row.

    A table with a header says which column names the signatory. Without one, columns of
    numbers and countries are told by what they hold, and if any further column is as full of
    names as the first, the table is only a layout and every cell is a signatory.
    """
    header = _header(lines[0].cells, marked=lines[0].header_row) if lines else None
    body = lines[1:] if header is not None else lines
    if header:
        kind = _kind_of_header(lines[0].cells, header[0])
        return [row for line in body for row in _named_rows(line, header, kind)]
    columns = _name_columns([line.cells for line in body])
    return [row for line in body for row in _cell_rows(line, columns)]


def _header(cells: Sequence[str], *, marked: bool) -> list[int] | None:
    """Return the columns that hold names, [] for an empty header, None where there is none."""
    named = [index for index, cell in enumerate(cells) if _is_name_header(cell)]
    others = sum(1 for cell in cells if _OTHER_HEADERS.match(cell.strip()))
    filled = sum(1 for cell in cells if cell.strip())
    if not filled:
        return []
    recognised = len(named) + others
    if recognised == filled or (marked and recognised):
        return [index for index in named if cells[index] == cells[named[0]]]
    return None


def _is_name_header(cell: str) -> bool:
    return len(cell) <= 40 and bool(_NAME_HEADERS.search(cell))


def _kind_of_header(cells: Sequence[str], name: int) -> str:
    """Persons sign where a further column tells their role or organisation."""
    if not _PERSON_HEADER.search(cells[name]):
        return ""
    others = (cell for index, cell in enumerate(cells) if index != name)
    return PERSON if any(_PERSONAL_HEADERS.search(cell) for cell in others) else ""


def _named_rows(line: Line, columns: Sequence[int], kind: str) -> Iterator[Row]:
    number, country = _number(line.cells), _country(line.cells)
    for column in columns:
        if column < len(line.cells) and line.cells[column]:
            yield Row(line.cells[column], line.source, number, country, kind)


def _cell_rows(line: Line, columns: Sequence[int]) -> Iterator[Row]:
    number, country = _number(line.cells), _country(line.cells)
    for column in columns:
        if column < len(line.cells) and _is_name_cell(line.cells[column]):
            text = line.cells[column]
            mark = read_mark(text)
            if mark and mark.number is not None and not mark.loose:
                yield Row(text[mark.end :], line.source, mark.number, country)
            else:
                yield Row(text, line.source, number, country)


def _is_name_cell(cell: str) -> bool:
    return any(char.isalpha() for char in cell)


def _number(cells: Sequence[str]) -> int | None:
    digits = cells[0].strip(" .)（）(") if cells else ""
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _country(cells: Sequence[str]) -> str:
    return next((code for code in map(country_code, cells[1:]) if code), "")


def _name_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns whose cells are names, the first of them in any case."""
    width = max((len(row) for row in rows), default=0)
    columns = []
    for index in range(width):
        cells = [row[index] for row in rows if index < len(row) and row[index].strip()]
        names = [cell for cell in cells if _is_name_cell(cell) and not country_code(cell)]
        if cells and len(names) * 2 > len(cells):
            columns.append(index)
    if len(columns) > 1 and not _is_layout(rows, columns):
        columns = columns[:1]
    return columns


def _is_layout(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> bool:
    """Whether further columns go on with the list: numbered like it, or equally worded."""
    first, second = (
        [row[index] for row in rows if index < len(row) and row[index].strip()]
        for index in columns[:2]
    )
    if all(read_mark(cell) for cell in (*first, *second)):
        return True
    repeated = len(set(second)) < len(second)
    lengths = [sum(map(len, cells)) / len(cells) for cells in (first, second)]
    return not repeated and min(lengths) * 2 > max(lengths)
