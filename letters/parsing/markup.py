"""HTML to lines, with any Markdown around it.

A tokenizer of our own: pasted HTML is rarely well-formed, `html.parser` takes quadratic time
on some broken input, and all that matters here is where lines, entries and cells begin.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from letters.parsing.cleaning import clean_line
from letters.parsing.document import Line
from letters.parsing.markdown import markdown_lines, skip_front_matter
from letters.parsing.marks import confirmed, read_mark

_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_BLOCK_TAG = re.compile(r"<(?:p|br|li|ol|ul|div|table|tr|td|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NUMBER_ATTRIBUTE = re.compile(r"\b(?:start|value)\s*=\s*[\"']?(\d{1,5})", re.IGNORECASE)

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARAGRAPHS = _HEADINGS | {
    "p", "div", "section", "article", "blockquote", "table", "ol", "ul", "dl", "figure",
    "header", "main", "aside", "hr", "tbody", "thead", "details", "summary",
}  # fmt: skip
_LINES = {"br", "li", "tr", "dt", "dd"}
_CELLS = {"td", "th"}
_SKIPPED = {
    "script",
    "style",
    "nav",
    "template",
    "noscript",
    "svg",
    "select",
    "button",
    "head",
    "footer",
}
_CONTAINERS = _PARAGRAPHS | {"li", "tr", "dt", "dd"} | _CELLS
# Past this, further lines of an entry are lines of their own: keeps broken HTML in linear time.
_LONGEST_ENTRY = 600
_VOID = {"br", "hr", "img", "input", "meta", "link"}


def has_blocks(text: str) -> bool:
    """Whether the text holds HTML that makes lines, not just a tag inside a sentence."""
    return bool(_BLOCK_TAG.search(text))


def document_lines(text: str) -> list[Line]:
    """Turn a whole letter, in text, Markdown, HTML or a mixture, into lines."""
    if has_blocks(text):
        return _Reader(_without_comments(text)).read()
    source = text.splitlines()
    skipped = skip_front_matter(source)
    return markdown_lines(source[skipped:], first=skipped + 1)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        # Line ends are kept, so that line numbers stay those of the pasted text.
        parts += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 3
    return "".join([*parts, text[position:]])


@dataclass
class _List:
    ordered: bool
    next_number: int = 1


@dataclass
class _Reader:
    """Walks through tags and text and gathers lines."""

    text: str
    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    source: int = 1
    blank: bool = True
    depth: int = 0
    skipping: str = ""
    heading: int = 0
    bold_depth: int = 0
    plain_letters: bool = False
    entry: tuple[bool, int | None] = (False, None)
    entry_begun: bool = False
    in_row: bool = False
    header_cells: int = 0

    def read(self) -> list[Line]:
        position = 0
        for token in _TOKEN.finditer(self.text):
            self._take_text(self.text[position : token.start()])
            self._take_tag(token[2].lower(), token[1] == "/", token[3])
            self.source += token[0].count("\n")
            position = token.end()
        self._take_text(self.text[position:])
        self._end_line()
        self._end_outside()
        _read_marks(self.lines)
        return self.lines

    def _take_text(self, text: str) -> None:
        if not text:
            return
        if not self.skipping:
            if self.depth == 0:
                self.outside.append(text)
            else:
                self.words.append(text)
                if not self.bold_depth and any(char.isalnum() for char in text):
                    self.plain_letters = True
        self.source += text.count("\n")

    def _take_tag(self, tag: str, closing: bool, attributes: str) -> None:
        if self.skipping or tag in _SKIPPED:
            self._skip(tag, closing)
        elif tag in ("b", "strong"):
            self.bold_depth = max(self.bold_depth + (-1 if closing else 1), 0)
        elif tag in _CELLS:
            self._take_cell(tag, closing)
        elif tag in _PARAGRAPHS or tag in _LINES:
            self._take_block(tag, closing, attributes)
        elif tag == "img":
            self.words.append(" ")

    def _skip(self, tag: str, closing: bool) -> None:
        if not self.skipping and not closing:
            self.skipping = tag
        elif closing and tag == self.skipping:
            self.skipping = ""

    def _take_cell(self, tag: str, closing: bool) -> None:
        self.depth = max(self.depth + (-1 if closing else 1), 1)
        if closing:
            self.cells.append(self._gather())
        else:
            self.words.clear()
            self.header_cells += tag == "th"

    def _take_block(self, tag: str, closing: bool, attributes: str) -> None:
        if self.in_row and tag != "tr":
            # Inside a table cell, paragraphs and breaks are white space.
            self.words.append(" ")
        else:
            if self.depth == 0:
                self._end_outside()
            self._end_line()
            self.blank = self.blank or tag in _PARAGRAPHS
            self._open_or_close(tag, closing, attributes)
        if tag in _CONTAINERS and tag not in _VOID:
            self.depth = max(self.depth + (-1 if closing else 1), 0)

    def _open_or_close(self, tag: str, closing: bool, attributes: str) -> None:
        if tag in _HEADINGS:
            self.heading = 0 if closing else int(tag[1])
        elif tag in ("ol", "ul"):
            self._open_or_close_list(tag, closing, attributes)
        elif tag == "li":
            self.entry = (False, None) if closing else self._next_entry(attributes)
            self.entry_begun = False
        elif tag == "tr":
            self.in_row, self.header_cells = not closing, 0

    def _open_or_close_list(self, tag: str, closing: bool, attributes: str) -> None:
        if not closing:
            start = _NUMBER_ATTRIBUTE.search(attributes)
            self.lists.append(_List(tag == "ol", int(start[1]) if start else 1))
        elif self.lists:
            self.lists.pop()

    def _next_entry(self, attributes: str) -> tuple[bool, int | None]:
        if not self.lists or not self.lists[-1].ordered:
            return True, None
        value = _NUMBER_ATTRIBUTE.search(attributes)
        number = int(value[1]) if value else self.lists[-1].next_number
        self.lists[-1].next_number = number + 1
        return True, number

    def _gather(self) -> str:
        text = clean_line(html.unescape("".join(self.words)))
        self.words.clear()
        return text

    def _end_line(self) -> None:
        bold = not self.plain_letters and any(
            char.isalnum() for part in self.words for char in part
        )
        self.plain_letters = False
        text = self._gather()
        if self.cells:
            header = bool(self.header_cells) and self.header_cells == len(self.cells)
            line = Line(" ".join(self.cells), self.source, cells=self.cells, header_row=header)
            self.cells = []
        elif text and self.entry_begun and len(self.lines[-1].text) < _LONGEST_ENTRY:
            # A second paragraph or line of the same <li> belongs to the same entry.
            self.lines[-1].text = self.lines[-1].whole = f"{self.lines[-1].text} {text}"
            return
        elif text:
            line = Line(text, self.source, heading=self.heading, bold=bold)
            line.marked, line.number = self.entry
            self.entry_begun = line.marked
        else:
            return
        line.blank_before, self.blank = self.blank, False
        line.whole = line.text
        self.lines.append(line)

    def _end_outside(self) -> None:
        """Read as Markdown what stood outside of any element."""
        text, self.outside = "".join(self.outside), []
        if not text.strip():
            return
        source = text.splitlines()
        skipped = skip_front_matter(source) if not self.lines else 0
        first = self.source - text.count("\n")
        self.lines += markdown_lines(source[skipped:], first=first + skipped)
        self.blank = True


def _read_marks(lines: list[Line]) -> None:
    """Take typed marks off paragraphs: "<p>1. Name</p>"."""
    marks = [
        None if line.heading or line.cells or line.marked else read_mark(line.text)
        for line in lines
    ]
    for line, mark in zip(lines, confirmed(marks), strict=True):
        if mark and not line.rule:
            line.text = clean_line(line.text[mark.end :])
            line.marked, line.number = True, mark.number
