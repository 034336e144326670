"""Does a line look like a name, or like part of a sentence?"""

from __future__ import annotations

import re
import unicodedata

_SENTENCE_BREAK = re.compile(r"[^\W\d_A-Z]{3}[.!?…]['’”\"»)]?\s+[\"“«(]?[^\W\d_a-z]")
_HAN_SENTENCE = re.compile(r"[。！？]\s*\S")
_KOREAN_SENTENCE = re.compile(r"(?:다|요|까|라|오)[.?!](?:\s|$)")
_LINK = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|[#@]\w+$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\W*\d{1,4}(?:st|nd|rd|th|\.|年|년|º|-го)?\W*(?:de\s|of\s)?"
    r"(?:[^\W\d_]{3,12}|\d{1,2}月?|\d{1,2}월)?\W*(?:de\s)?\d{1,4}(?:日|일|г\.?)?\W*|"
    r"[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})$"
)

_LONGEST_NAME = 250
_LONGEST_UNCASED = 90


def is_prose(text: str) -> bool:
    """Whether the line is a sentence or a paragraph rather than a name."""
    if len(text) > _LONGEST_NAME:
        return True
    if is_uncased(text):
        return _is_uncased_prose(text)
    words = text.split()
    lower = sum(1 for word in words if word[0].islower())
    if len(text) > 60 and lower >= 5 and _SENTENCE_BREAK.search(text):
        return True
    if text[-1] in ".!?" and len(words) >= 7 and lower * 2 > len(words):
        return True
    return len(words) >= 14 and lower * 5 > len(words) * 3


def has_sentences(text: str) -> bool:
    """Whether the text holds the end of a sentence before its own end."""
    body = text[:-1]
    found = _HAN_SENTENCE.search(body) or _KOREAN_SENTENCE.search(text)
    return bool(found) or len(_SENTENCE_BREAK.findall(body)) * 400 > len(body)


def _is_uncased_prose(text: str) -> bool:
    if _HAN_SENTENCE.search(text) or (text[-1] in "。！？" and len(text) > 20):
        return True
    if _KOREAN_SENTENCE.search(text):
        return True
    return len(text) > _LONGEST_UNCASED and len(text.split()) > 15


def is_uncased(text: str) -> bool:
    """Whether most letters are of a script without capitals."""
    if text.isascii():
        return False
    letters = uncased = 0
    for char in text[:200]:
        category = unicodedata.category(char)
        if category[0] == "L":
            letters += 1
            uncased += category == "Lo"
    return uncased * 2 > letters


def is_noise(text: str) -> bool:
    """Whether the line is a link, an address, a date or holds no letters: never a name."""
    if not any(char.isalpha() for char in text) or (len(text) == 1 and text.isupper()):
        # A capital alone heads the names that begin with it.
        return True
    return len(text) < 200 and bool(_LINK.match(text) or _DATE.match(text))


def is_remark(text: str) -> bool:
    """Whether the whole line is in round brackets: "(in alphabetical order)"."""
    return text[0] in "(（" and text[-1] in ")）" and not any(c in "(（" for c in text[1:])


def capital_share(texts: list[str]) -> float:
    """Return the share of longer words that begin with a capital: names have many.

    Scripts without capitals count in full, for their sentences show by other signs.
    """
    longer = capitals = 0
    for text in texts:
        for word in text.split():
            first = next((char for char in word if char.isalpha()), "")
            if len(word) < 4 or not first:
                continue
            longer += 1
            capitals += not first.islower()
    return capitals / longer if longer else 1.0
