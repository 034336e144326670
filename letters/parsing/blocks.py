"""Lines to blocks: runs of entries of one kind, with the headings above them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from letters.parsing import headings
from letters.parsing.document import Line
from letters.parsing.runs import split_label, split_run
from letters.parsing.shape import (
    capital_share,
    has_sentences,
    is_noise,
    is_prose,
    is_remark,
    is_uncased,
)
from letters.parsing.wrapping import unwrapped

# How plainly the text says that signatories follow.
# What comes after notes, contacts and the like is none of them.
ENDED, NO_CUE, WEAK_CUE, STRONG_CUE = -1, 0, 1, 2

_LONGEST_UNKNOWN_HEADING = 80
_MOST_WORDS_OF_HEADING = 4
# What the names of a run look like on average, unlike the clauses of a sentence.
_LONGEST_UNCASED_PIECE = 25
_RUN_CAPITALS = 0.5


@dataclass(slots=True)
class Block:
    """Consecutive entries of one kind: "numbers", "bullets", "table" or "plain"."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    section: str = ""
    cue: int = NO_CUE
    after_prose: bool = False

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


@dataclass(slots=True)
class _State:
    """What has been read above the current line."""

    section: str = ""
    cue: int = NO_CUE
    seen_prose: bool = False
    block: Block | None = None
    cue_level: int = 0
    listed: bool = False
    demands: bool = False


def read_blocks(lines: list[Line]) -> list[Block]:
    """Group the lines of a letter into blocks; prose, headings and rules belong to none."""
    lines = list(unwrapped(lines))
    bold_is_plain = _bold_is_plain(lines)
    state = _State()
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        following = next((later for later in lines[index + 1 : index + 4] if not later.rule), None)
        block = _place(line, following, state, bold_is_plain=bold_is_plain)
        if block is not None and block is not state.block:
            blocks.append(block)
        state.block = block
    return blocks


def _place(
    line: Line, following: Line | None, state: _State, *, bold_is_plain: bool
) -> Block | None:
    """Return the block `line` belongs to, None where it interrupts all blocks."""
    if line.marked or line.cells:
        if line.marked and _is_numbered_heading(line, following):
            _open_section(line, line.whole or line.text, state, headings.is_signing_line(line.text))
            return None
        return _block_for(line.kind, line, state)
    if line.rule:
        return state.block if state.block and state.block.kind == "table" else None
    if state.block and state.block.kind in ("numbers", "bullets") and _continues(line, state.block):
        last = state.block.lines[-1]
        last.text = f"{last.text} {line.text}"
        return state.block
    text = line.text
    structural = line.heading or (line.bold and not bold_is_plain) or text[-1] in ":："
    if _take_heading(line, following, state, structural=structural):
        return None
    if is_prose(text) and not _is_run(text, state):
        state.cue = STRONG_CUE if headings.is_signing_line(text) else NO_CUE
        state.section, state.seen_prose = "", True
        state.demands = headings.is_demand(text)
        return None
    if is_noise(text) or (is_remark(text) and not split_run(text, alone=True)):
        return state.block
    return _block_for("plain", line, state)


def _is_run(text: str, state: _State) -> bool:
    """Whether a long line is a run of names rather than sentences."""
    if has_sentences(text):
        return False
    label, run = split_label(text)
    if label and run and (headings.is_section_name(label) or headings.is_signing_line(label)):
        return bool(split_run(run, alone=True))
    pieces = split_run(text, alone=state.cue == STRONG_CUE)
    if is_uncased(text):
        return sum(len(piece.text) for piece in pieces) < _LONGEST_UNCASED_PIECE * len(pieces)
    return bool(pieces) and capital_share([piece.text for piece in pieces]) >= _RUN_CAPITALS


def _take_heading(line: Line, following: Line | None, state: _State, *, structural: bool) -> bool:
    """Record what a heading, a cue or an ending says; False for anything else."""
    text = line.text
    if headings.is_ending(text, structural=structural):
        state.cue, state.section = ENDED, ""
        return True
    if headings.is_closing(text):
        state.cue = max(state.cue, WEAK_CUE)
        return True
    named = (
        headings.is_section_name(text)
        or headings.is_collective(text)
        or headings.is_counted_heading(text)
    )
    signing = headings.is_signing_line(text) and (
        structural or named or (is_prose(text) and not _is_run(text, state))
    )
    if named and not structural and _is_entry_between(line, following, state):
        return False
    if signing or named:
        _open_section(line, text, state, signing)
        return True
    if _is_place_heading(line, following, state, structural=structural):
        state.section = text
        return True
    if structural and len(text) <= _LONGEST_UNKNOWN_HEADING and not is_prose(text):
        _take_unknown_heading(line, state)
        return True
    return False


def _take_unknown_heading(line: Line, state: _State) -> None:
    if headings.is_demand(line.text):
        state.section, state.cue, state.demands = "", NO_CUE, True
        return
    state.section = line.text
    if state.listed and 0 < line.heading <= state.cue_level:
        # A heading of the same rank as "Signatories", below its names, ends them.
        state.cue = ENDED


def _open_section(line: Line, text: str, state: _State, signing: bool) -> None:
    state.section, state.demands = text, False
    if signing:
        state.cue_level, state.listed = line.heading, False
    state.cue = STRONG_CUE if signing else max(state.cue, WEAK_CUE)


def _is_entry_between(line: Line, following: Line | None, state: _State) -> bool:
    """Whether a line of section words stands among names as one of them.

    "National Alliance of People's Movements (NAPM)" is made of nothing else. A heading is
    shorter, or set off from the names around it by blank lines that they do not have.
    """
    if state.block is None or state.block.kind != "plain" or following is None:
        return False
    if line.blank_before != following.blank_before:
        return False
    return len(line.text.split()) > _MOST_WORDS_OF_HEADING or not line.blank_before


def _is_numbered_heading(line: Line, following: Line | None) -> bool:
    """Whether "1. Organisations" heads a list of its own: numbering or marks change below."""
    if following is None:
        return False
    if line.number is None or not following.marked:
        changes = not following.marked
    else:
        changes = following.number != line.number + 1
    return changes and headings.is_section_name(line.text)


def _is_place_heading(
    line: Line, following: Line | None, state: _State, *, structural: bool
) -> bool:
    if following is None or not (structural or line.blank_before or following.marked):
        return False
    return headings.is_place(line.text)


def _continues(line: Line, block: Block) -> bool:
    """Whether an unmarked line goes on with the entry above it (a wrapped line)."""
    if line.blank_before or line.heading or line.bold or line.text[-1] in ":：":
        return False
    if headings.is_section_name(line.text) or headings.is_ending(line.text):
        return False
    return (line.indented or line.text[0].islower()) and len(block.lines[-1].text) < 300


def _block_for(kind: str, line: Line, state: _State) -> Block:
    block = state.block
    if block is None or block.kind != kind or block.section != state.section:
        state.demands = state.demands and kind != "plain"
        cue = ENDED if state.demands else state.cue
        block = Block(kind, [], state.section, cue, state.seen_prose)
        state.listed = True
    block.lines.append(line)
    return block


def _bold_is_plain(lines: list[Line]) -> bool:
    """Whether so many lines are bold that boldness marks names, not headings."""
    count = Counter(line.bold for line in lines if not line.heading and not is_prose(line.text))
    return count[True] > 3 and count[True] > count[False]
