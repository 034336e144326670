"""Plain text and Markdown to lines."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from letters.parsing.cleaning import clean_line
from letters.parsing.document import Line
from letters.parsing.marks import confirmed, read_mark

_FRONT_MATTER_LIMIT = 60
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=~—–•.·]\s*){3,}$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*[^()]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]+(?:\s[^()]*)?\)")
_INLINE_TAG = re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]*)?/?>")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>")
_STRONG = re.compile(r"(\*\*\*|\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])(\*)(?=[^\s*])([^*\n]+)(?<=[^\s*])\*(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_)(?=[^\s_])([^_\n]+)(?<=[^\s_])_(?![\w_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def strip_inline(text: str) -> str:
    """Return `text` without inline Markdown, inline tags and entities: what a reader sees."""
    if "<" in text:
        text = _INLINE_TAG.sub("", _AUTOLINK.sub("", text))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "*" in text or "_" in text:
        text = _STRONG.sub(r"\2", text)
        text = _UNDERSCORES.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def is_bold(text: str) -> bool:
    """Whether the whole of a Markdown line is set bold."""
    text = text.strip()
    return len(text) > 4 and any(
        text.startswith(sign) and text.rstrip(":： ").endswith(sign) and text.count(sign) == 2
        for sign in ("**", "__")
    )


def skip_front_matter(lines: list[str]) -> int:
    """Return the index of the first line after YAML front matter ("---" … "---")."""
    start = next((i for i, line in enumerate(lines[:20]) if line.strip() == "---"), None)
    if start is None or any(line.strip() and line[:1] != "#" for line in lines[:start]):
        return 0
    for index in range(start + 1, min(len(lines), start + _FRONT_MATTER_LIMIT)):
        if lines[index].strip() == "---":
            return index + 1
    return 0


def markdown_lines(source: list[str], first: int = 1) -> list[Line]:
    """Turn source lines into `Line`s, `first` being the number of the first one."""
    lines: list[Line] = []
    blank = True
    for offset, raw in enumerate(source):
        line = _read_line(raw, first + offset)
        if line is None:
            blank = True
            continue
        line.blank_before, blank = blank, False
        lines.append(line)
    _mark_header_rows(lines)
    return _with_marks(lines)


def _read_line(raw: str, number: int) -> Line | None:
    if not raw.strip():
        return None
    if _RULE.match(raw) or _TABLE_RULE.match(raw):
        return Line(raw.strip(), number, rule=True)
    heading = _HEADING.match(raw) if "#" in raw[:10] else None
    text = heading[2] if heading else raw
    quoted = _QUOTE.match(text)
    while quoted:
        text = text[quoted.end() :]
        quoted = _QUOTE.match(text)
    bold = is_bold(text)
    cells = _cells(text)
    cleaned = clean_line(strip_inline(text))
    if not cleaned:
        return None
    indented = raw[:1] in " \t\u3000"
    return Line(
        cleaned,
        number,
        heading=len(heading[1]) if heading else 0,
        bold=bold,
        cells=cells,
        indented=indented,
    )


def _cells(text: str) -> list[str]:
    """Return the cells of a Markdown or tab-separated table row, [] for other lines."""
    stripped = text.strip()
    if "\t" in stripped:
        parts = stripped.split("\t")
    elif stripped.startswith("|") and stripped.count("|") > 1:
        parts = stripped.removesuffix("|")[1:].split("|")
    else:
        return []
    cells = [clean_line(strip_inline(part)) for part in parts]
    # A tab after a number or a bullet is a list, not a table.
    if len(cells) == 2 and read_mark(f"{cells[0]} x"):
        return []
    return cells


def _mark_header_rows(lines: list[Line]) -> None:
    for line, following in pairwise(lines):
        line.header_row = bool(line.cells) and following.rule and not following.blank_before


def _with_marks(lines: list[Line]) -> list[Line]:
    marks = [None if line.heading or line.cells else read_mark(line.text) for line in lines]
    for line, mark in zip(lines, confirmed(marks), strict=True):
        line.whole = line.text
        if mark and not line.rule:
            line.text = clean_line(strip_inline(line.text[mark.end :]))
            line.marked, line.number = True, mark.number
    return [line for line in lines if line.text or line.cells]
