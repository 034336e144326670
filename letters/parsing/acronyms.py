"""Acronyms: do these letters stand for those words?"""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS = frozenset(
    "and of the for in to de la le les des du d l el los las y e et pour para por a en au aux do"
    " da dos das di o und für von der die das gegen against by on with и по за в на".split()
)
_WORD_BREAK = re.compile(r"[\s\-–—/’'‘.,“”\"&:()*]+")

_LONGEST_ACRONYM = 14
# Names longer than this have no acronym worth a search that grows with their length.
_MOST_WORDS = 30


def has_acronym_shape(text: str) -> bool:
    """Whether `text` is one word of 2 to 14 characters with at least two capitals."""
    if " " in text or not 2 <= len(text) <= _LONGEST_ACRONYM:
        return False
    return sum(1 for char in text if char.isupper()) >= 2


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if char.isalnum()).casefold()


def stands_for(acronym: str, name: str) -> bool:
    """Whether `acronym` is made of initials or first syllables of the words of `name`.

    Initials may leave out small words ("CBDDH"), syllables any word ("FOVIDA", "Cepaz").
    """
    letters = _fold(acronym)
    words = [folded for folded in map(_fold, _WORD_BREAK.split(name)) if folded]
    if len(letters) < 2 or not words or len(words) > _MOST_WORDS or len(letters) > 20:
        return False
    if letters in (
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in _SMALL_WORDS),
    ):
        return True
    return _made_of_beginnings(letters, words)


def _made_of_beginnings(letters: str, words: list[str]) -> bool:
    """Whether `letters` can be cut into beginnings of `words`, in order.

    `reached` holds how many letters the words so far can account for, so the work is the
    product of both lengths.
    """
    reached = {0}
    used = 0
    for position, word in enumerate(words):
        further = set()
        for done in reached:
            if done == 0 and position > 1:
                # An acronym begins with the name, at most after an article.
                continue
            length = 0
            while (
                length < len(word)
                and done + length < len(letters)
                and word[length] == letters[done + length]
            ):
                length += 1
                further.add(done + length)
        used += bool(further)
        reached |= further
    return len(letters) in reached and used >= 2
