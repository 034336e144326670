"""A letter as lines: what stands on each, and what the markup said about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """One line of a letter, without markup and without its list mark.

    `source` is the line of the pasted text, counted from 1. `blank_before` tells paragraphs
    apart. `heading` is the level of a heading, 0 for other lines. `marked` is set for numbered
    and bulleted entries, `number` for numbered ones. `signature` holds the lines of a person's
    signature (name, role, organisation) that stand below each other and make one entry.
    `whole` is the line with its mark, for lines that turn out to be no entries.
    """

    text: str
    source: int
    blank_before: bool = False
    heading: int = 0
    bold: bool = False
    marked: bool = False
    number: int | None = None
    indented: bool = False
    cells: list[str] = field(default_factory=list)
    header_row: bool = False
    rule: bool = False
    signature: list[str] = field(default_factory=list)
    whole: str = ""

    @property
    def kind(self) -> str:
        """The kind of list this line could be part of."""
        if self.cells:
            return "table"
        if self.marked:
            return "bullets" if self.number is None else "numbers"
        return "plain"
