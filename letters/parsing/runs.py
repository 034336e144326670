"""Several names on one line: runs with separators, and numbers within the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letters.parsing.countries import country_code
from letters.scripts import script_of

_OPENING = dict(zip("([{（［【〔「『《〈", ")]}）］】〕」』》〉", strict=True))
_SEPARATORS = (";；؛", "、", "|•●▪", "/／", ",，،")
# What follows a comma without being a name: legal forms and generations.
_SUFFIX = re.compile(
    r"(?:inc|ltd|llc|llp|plc|gmbh|e\.?\s?v|a\.?\s?c|s\.?\s?a|a\.?s\.?b\.?l|asbl|jr|sr|ph\.?d|md|"
    r"esq|i\.?i\.?i?)\.?$",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"(?:and|und|et|y|e|и|та|و|dan|และ|sowie|as well as|&)\s+", re.IGNORECASE)
_LAST_PAIR = re.compile(r"\s+(?:and|und|et|y|e|и|sowie)\s+(?=[A-ZÀ-ÞА-Я])")
_SMALL_WORD = re.compile(r"(?<!\w)(?:for|of|für|der|des|de|do|da|para|pour|por|on|по|за)(?!\w)")
_HAN_LAST_PAIR = re.compile(r"(?:以及|和|與|与|及)")
_INNER_NUMBER = re.compile(
    r"(?:^|(?<=[\s,;，、；。.)）]))[(（]?(\d{1,4})(?:[)）]\.?|[.．、])(?![\d.])\s*(?=\S)"
)

# Signs that newspapers put before every name of a run: "▲A ▲B ▲C".
_INLINE_BULLETS = "▲△▶▷■□◆◇●○◎•▪★☆※"
_PLACE_LABEL = re.compile(
    r"[\[［【〔〈<(（](?P<label>[^\[\]［］【】〔〕〈〉<>()（）]{1,30})[\]］】〕〉>)）]\s*"
)

_LONGEST_PIECE = 140
_FEWEST_IN_BLOCK = {";；؛": 3, "、": 3, "|•●▪": 3, "/／": 4, ",，،": 6}
_FEWEST_ALONE = {";；؛": 2, "、": 2, "|•●▪": 2, "/／": 3, ",，،": 3}


@dataclass(frozen=True, slots=True)
class Piece:
    """One name cut out of a line, with its number where the line is numbered inside."""

    text: str
    number: int | None = None


def split_outside_brackets(text: str, separators: str) -> list[str]:
    """Split at any of `separators` that no bracket encloses; empty pieces are left out.

    A bracket that is never closed encloses nothing: the rest is split as if it were text.
    """
    pieces = _split(text, separators, brackets=True)
    return pieces if pieces is not None else _split(text, separators, brackets=False) or []


def _split(text: str, separators: str, *, brackets: bool) -> list[str] | None:
    pieces: list[str] = []
    expected: list[str] = []
    start = 0
    for index, char in enumerate(text):
        if brackets and char in _OPENING:
            expected.append(_OPENING[char])
        elif expected and char == expected[-1]:
            expected.pop()
        elif char in separators and not expected:
            pieces.append(text[start:index].strip())
            start = index + 1
    if expected:
        return None
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def split_run(text: str, *, alone: bool) -> list[Piece]:
    """Return the names of a run such as "A; B; C" or "A、B、C", [] where `text` is one name.

    `alone` says that the line is the whole list, so that few separators are enough.
    """
    if not text:
        return []
    marked = split_numbered(text) or _split_bulleted(text) or _split_han_names(text)
    if marked:
        return marked
    if text[0] in "(（[" and text[-1] in ")）]" and len(split_outside_brackets(text, "")) == 1:
        # A run that is in brackets as a whole: "(A, B, C)" below "All organisations".
        inner = split_run(text[1:-1].strip(), alone=alone)
        if inner:
            return inner
    fewest = _FEWEST_ALONE if alone else _FEWEST_IN_BLOCK
    for separators in _SEPARATORS:
        if not any(sign in text for sign in separators):
            continue
        if separators == "/／" and " / " not in text:
            continue
        pieces = split_outside_brackets(text, separators)
        if separators == ",，،":
            pieces = _join_suffixes(pieces)
        if len(pieces) >= fewest[separators] and _are_names(pieces):
            return [Piece(piece) for piece in _split_last(pieces, separators)]
    return []


def _join_suffixes(pieces: list[str]) -> list[str]:
    """Give back to a name the comma before "Inc." and, in "Name, Country" runs, the country."""
    countries = sum(1 for piece in pieces if country_code(piece))
    with_countries = countries >= 2 and countries * 3 >= len(pieces)
    joined: list[str] = []
    for piece in pieces:
        belongs = _SUFFIX.match(piece) or (with_countries and country_code(piece))
        if joined and belongs:
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _are_names(pieces: list[str]) -> bool:
    long = sum(1 for piece in pieces if len(piece) > _LONGEST_PIECE)
    uncapitalised = sum(1 for piece in pieces if piece[0].islower())
    return long == 0 and uncapitalised * 3 <= len(pieces)


def _split_last(pieces: list[str], separators: str) -> list[str]:
    """Take the "and" off the last name, or split "A and B" where both are clearly names."""
    *names, last = pieces
    last = last.rstrip(".。") if _ends_sentence(last) else last
    conjunction = _CONJUNCTION.match(last)
    if conjunction:
        return [*names, last[conjunction.end() :]]
    pair = _last_pair(last, separators)
    return [*names, *pair]


def _ends_sentence(text: str) -> bool:
    return text.endswith("。") or (text.endswith(".") and len(text.split()[-1].strip(".")) > 3)


def _last_pair(last: str, separators: str) -> list[str]:
    if separators == "、":
        match = _HAN_LAST_PAIR.search(last)
        # 和 also begins names (和平); both sides must be long enough to be names.
        if match and match.start() >= 4 and len(last) - match.end() >= 4:
            return [last[: match.start()].strip(), last[match.end() :].strip()]
        return [last]
    match = _LAST_PAIR.search(last)
    if match:
        left, right = last[: match.start()], last[match.end() :]
        independent = (len(left.split()) > 1 or left.isupper()) and not _SMALL_WORD.search(left)
        if independent and (len(right.split()) > 1 or right.isupper()):
            return [left, right]
    return [last]


def split_numbered(text: str) -> list[Piece]:
    """Return the entries of "1. A, title, 2. B, title", [] unless the numbers count up."""
    found = list(_INNER_NUMBER.finditer(text))
    if len(found) < 3:
        return []
    chain: list[re.Match[str]] = []
    for match in found:
        if int(match[1]) == (int(chain[-1][1]) + 1 if chain else 1):
            chain.append(match)
    if len(chain) < 3 or text[: chain[0].start()].strip():
        return []
    ends = [match.start() for match in chain[1:]] + [len(text)]
    pieces = [
        Piece(text[match.end() : end].strip(" ,;，；、"), int(match[1]))
        for match, end in zip(chain, ends, strict=True)
    ]
    return [piece for piece in pieces if piece.text]


def _split_bulleted(text: str) -> list[Piece]:
    if text[0] not in _INLINE_BULLETS or text.count(text[0]) < 2:
        return []
    return [Piece(piece) for piece in split_outside_brackets(text, text[0])]


def _split_han_names(text: str) -> list[Piece]:
    """Split Chinese names of persons with nothing but spaces between them."""
    words = text.split()
    if len(words) < 3 or not all(2 <= len(word) <= 4 for word in words):
        return []
    if any(script_of(char) != "Hani" for word in words for char in word):
        return []
    return [Piece(word) for word in words]


def split_at_next_number(text: str, number: int) -> list[Piece]:
    """Split "A 17. B" where the entry has number 16: a lost line end in a numbered list."""
    position = text.find(f" {number + 1}. ")
    after = position + len(f" {number + 1}. ")
    if position <= 0 or not text[after : after + 1].isupper() or script_of(text[after]) == "":
        return [Piece(text, number)]
    return [Piece(text[:position].strip(), number), Piece(text[after:].strip(), number + 1)]


def split_label(text: str) -> tuple[str, str]:
    """Split "Signed by: A, B" or "[Seoul] A, B" into label and run; no label is ""."""
    bracketed = _PLACE_LABEL.match(text)
    if bracketed and bracketed.end() < len(text):
        return bracketed["label"].strip(), text[bracketed.end() :].lstrip(":： ")
    for index, char in enumerate(text[:120]):
        if char in ":：":
            return text[:index].strip(), text[index + 1 :].strip()
        if char in ",;，；、.。":
            # A separator before the colon: the colon belongs to a name.
            break
    return "", text
