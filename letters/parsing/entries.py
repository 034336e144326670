"""Blocks to entries: one for each signatory, with number, section and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from letters.parsing.blocks import Block
from letters.parsing.cleaning import clean_line
from letters.parsing.document import Line
from letters.parsing.headings import is_place, is_section_name, is_signing_line
from letters.parsing.people import read_person
from letters.parsing.records import PERSON
from letters.parsing.runs import (
    Piece,
    split_at_next_number,
    split_label,
    split_outside_brackets,
    split_run,
)
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
    signature: list[str] = field(default_factory=list)


# "(총 7개 단체)" after the last name of a run counts the list.
_COUNT_REMARK = re.compile(
    r"\s*[(（\[](?:총|이상|계|以上|共|計|计|total:?|in total)\s*\d{1,5}"
    r"[^()（）\[\]]{0,20}[)）\]]\s*$",
    re.IGNORECASE,
)
_STOPS = ".。"
_SEPARATORS = ",;，；、"


def block_entries(block: Block) -> list[Entry]:
    """Return the entries of a block in order."""
    if block.kind == "table":
        return [
            Entry(row.name, row.line, row.number, block.section, row.country, row.kind)
            for row in table_entries(block.lines)
        ]
    plain = block.kind == "plain"
    alone = plain and len(block.lines) <= 2
    labelled = plain and _is_labelled(block.texts)
    entries: list[Entry] = []
    for line in block.lines:
        if line.signature:
            entries.append(_signed(line, block.section))
            continue
        pieces = _plain_pieces(line, alone, labelled) if plain else _marked_pieces(line)
        for section, piece in pieces:
            text = clean_line(_COUNT_REMARK.sub("", piece.text))
            if text:
                entries.append(Entry(text, line.source, piece.number, section or block.section))
    return _without_punctuation(entries)


def count_remark(text: str) -> str:
    """Return the remark at the end of `text` that counts the list, or ""."""
    match = _COUNT_REMARK.search(text[-60:])
    return match[0].strip() if match else ""


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


def _signed(line: Line, section: str) -> Entry:
    return Entry(line.text, line.source, None, section, kind=PERSON, signature=line.signature)


def _is_labelled(texts: list[str]) -> bool:
    """Whether most lines are runs with a label: "Nepal: A, B", "[Seoul] A, B, C"."""
    labels = [(label, run) for label, run in map(split_label, texts) if label and run]
    runs = sum(1 for _, run in labels if split_run(run, alone=True))
    places = sum(1 for label, _ in labels if is_place(label))
    return len(labels) * 2 > len(texts) and (runs * 2 > len(labels) or places == len(labels))


def _plain_pieces(line: Line, alone: bool, labelled: bool) -> Iterator[tuple[str, Piece]]:
    label, run = split_label(line.text)
    if label and run and (labelled or is_section_name(label) or is_signing_line(label)):
        pieces = split_run(run, alone=True)
        if not pieces and is_place(label):
            # Behind the name of a country two names need no further proof.
            pieces = [Piece(piece) for piece in split_outside_brackets(run, ",;，、；")]
        pieces = pieces or [Piece(run)]
    else:
        label, pieces = "", split_run(line.text, alone=alone and not read_person(line.text))
    yield from ((label, piece) for piece in pieces or [Piece(line.text)])


def _without_punctuation(entries: list[Entry]) -> list[Entry]:
    """Drop what punctuates the list and is no part of the names.

    That is any separator at the end, and full stops if nearly every entry ends in one, or the
    last alone where separators end the others.
    """
    separated = sum(1 for entry in entries if entry.text.endswith(tuple(_SEPARATORS)))
    stopped = sum(1 for entry in entries if entry.text.endswith(tuple(_STOPS)))
    all_stopped = len(entries) >= 3 and stopped * 10 >= len(entries) * 9
    last = len(entries) - 1
    for index, entry in enumerate(entries):
        entry.text = clean_line(entry.text.rstrip(_SEPARATORS + " ")) or entry.text
        if all_stopped or (index == last and separated and separated * 2 >= last):
            entry.text = clean_line(entry.text.rstrip(_STOPS + " ")) or entry.text
    return entries
