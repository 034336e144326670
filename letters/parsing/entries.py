"""Blocks to entries: one for each signatory, with number, section and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from letters.parsing.blocks import Block
from letters.parsing.document import Line
from letters.parsing.headings import is_section_name, is_signing_line
from letters.parsing.people import read_person
from letters.parsing.runs import Piece, split_at_next_number, split_label, split_run
from letters.parsing.tables import table_entries


@dataclass(slots=True)
class Entry:
    """One signatory as written, not yet described."""

    text: str
    line: int
    number: int | None = None
    section: str = ""
    country: str = ""
    kind: str = ""


def block_entries(block: Block) -> list[Entry]:
    """Return the entries of a block in order."""
    if block.kind == "table":
        return [
            Entry(row.name, row.line, row.number, block.section, row.country)
            for row in table_entries(block.lines)
        ]
    plain = block.kind == "plain"
    alone = plain and len(block.lines) <= 2
    entries: list[Entry] = []
    for line in block.lines:
        pieces = _plain_pieces(line, alone) if plain else _marked_pieces(line)
        for section, piece in pieces:
            text = piece.text.rstrip(",;，；、 ")
            if text:
                entries.append(Entry(text, line.source, piece.number, section or block.section))
    return _without_full_stops(entries)


def _marked_pieces(line: Line) -> Iterator[tuple[str, Piece]]:
    label, run = split_label(line.text)
    if label and is_section_name(label):
        pieces = split_run(run, alone=True)
        if pieces:
            yield from ((label, piece) for piece in pieces)
            return
    pieces = (
        [Piece(line.text)] if line.number is None else split_at_next_number(line.text, line.number)
    )
    yield from (("", piece) for piece in pieces)


def _plain_pieces(line: Line, alone: bool) -> Iterator[tuple[str, Piece]]:
    label, run = split_label(line.text)
    if label and run and (is_section_name(label) or is_signing_line(label)):
        pieces = split_run(run, alone=True) or [Piece(run)]
        yield from ((label, piece) for piece in pieces)
        return
    pieces = split_run(line.text, alone=alone and not read_person(line.text))
    if not pieces and label:
        # "Seoul: A, B, C": any label will do before a run that is one beyond doubt.
        pieces = split_run(run, alone=False)
        yield from ((label, piece) for piece in pieces)
    if not pieces:
        yield "", Piece(line.text)
    elif not (label and pieces[0].text == run):
        yield from (("", piece) for piece in pieces)


def _without_full_stops(entries: list[Entry]) -> list[Entry]:
    """Drop full stops that end nearly every entry: they punctuate the list, not the names."""
    stops = sum(1 for entry in entries if entry.text.endswith((".", "。")))
    if len(entries) >= 3 and stops * 10 >= len(entries) * 9:
        for entry in entries:
            entry.text = entry.text.rstrip(".。 ") or entry.text
    return entries
