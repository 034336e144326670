"""Which blocks of a letter are its list of signatories."""

from __future__ import annotations

from letters.parsing.blocks import ENDED, NO_CUE, STRONG_CUE, WEAK_CUE, Block
from letters.parsing.headings import is_section_name
from letters.parsing.runs import split_run
from letters.parsing.shape import capital_share, is_prose

_KIND_WEIGHT = {"numbers": 1.0, "table": 0.9, "bullets": 0.8, "plain": 0.4}
# Demands and recitals are lists too, but hardly any of their words begin with a capital.
_CAPITALS_WITH_CUE = 0.3
_CAPITALS_WITHOUT_CUE = 0.45


def choose_blocks(blocks: list[Block]) -> list[Block]:
    """Return the blocks that hold signatories, in order.

    What the text announces ("Signed by:") counts most. Without any announcement it is the
    longest list of names, with the lists of the same kind next to it.
    """
    named = [block for block in blocks if block.cue != ENDED and _holds_names(block)]
    cued = [block for block in named if block.cue == STRONG_CUE]
    if not cued:
        cued = [block for block in named if block.cue == WEAK_CUE]
    elif any(block.section and is_section_name(block.section) for block in cued):
        cued = [block for block in named if block.cue != NO_CUE]
    marked = [block for block in cued if block.kind != "plain"]
    if marked:
        cued = [block for block in cued if block.kind != "plain" or _is_announced(block)]
    best = max((block for block in named if block.cue == NO_CUE), key=_weight, default=None)
    if best is None or (cued and _weight(best) < 3 * sum(map(_weight, cued))):
        return cued
    return _with_neighbours(best, named, cued)


def _is_announced(block: Block) -> bool:
    """Whether a plain block beside marked lists has a heading of its own."""
    return bool(block.section) and (is_section_name(block.section) or len(block.lines) > 1)


def _with_neighbours(best: Block, named: list[Block], cued: list[Block]) -> list[Block]:
    chosen = {id(block) for block in (*cued, best)}
    position = named.index(best)
    for step in (-1, 1):
        index = position + step
        while 0 <= index < len(named) and named[index].kind == best.kind != "plain":
            chosen.add(id(named[index]))
            index += step
    if best.kind == "plain":
        chosen |= {id(block) for block in named if block.after_prose == best.after_prose}
    return [block for block in named if id(block) in chosen]


def _weight(block: Block) -> float:
    weight = len(block.lines) * _KIND_WEIGHT[block.kind]
    if block.kind == "plain":
        weight = max(weight, len(split_run(block.texts[0], alone=True)) * 0.5)
    return weight * (2 if block.after_prose else 1)


def _holds_names(block: Block) -> bool:
    texts = block.texts
    long = sum(1 for text in texts if is_prose(text) and not split_run(text, alone=True))
    if long * 3 > len(texts):
        return False
    needed = _CAPITALS_WITHOUT_CUE if block.cue == NO_CUE else _CAPITALS_WITH_CUE
    return capital_share(texts) >= needed
