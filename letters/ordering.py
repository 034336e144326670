"""Keys by which names are sorted and recognised."""

import re
import unicodedata
from functools import cache

from letters.scripts import script_of

# Letters that no decomposition takes apart.
PLAIN_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe"}
)
# Accents, Arabic vowel signs and tatweel.
ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
# Scripts in the order of Unicode's own chart, after Latin; the rest follow by code point.
SCRIPT_ORDER = ["Latn", "Grek", "Cyrl", "Armn", "Geor", "Hebr", "Arab"]


def plain(text):
    """`text` casefolded, without accents and punctuation, single spaces between words.

    Marks that spell vowels in Indic and South-East Asian scripts are letters and stay.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = ACCENTS.sub("", decomposed).translate(PLAIN_LETTERS)
    letters = "".join(map(_letter_or_space, unicodedata.normalize("NFC", kept)))
    return " ".join(letters.split())


@cache
def _letter_or_space(char):
    # By category and not by \w, which leaves out the vowel signs of Indic scripts.
    category = unicodedata.category(char)
    if category == "Cf":  # joiners and other invisible marks
        return ""
    return char if category[0] in "LMN" else " "


def sort_key(text):
    """A string that sorts names as a reader expects: by script, then word by word.

    Takes a name as signed. On the longest real list it puts fewer names out of order than
    the collation of ICU, which ignores spaces.
    """
    words = plain(text) or text
    first = next((char for char in words if char.isalpha()), "")
    script = (script_of(first) if first else "Latn") or "Zzzz"
    rank = SCRIPT_ORDER.index(script) if script in SCRIPT_ORDER else len(SCRIPT_ORDER)
    # A space sorts before every letter, so "Asia Watch" comes before "Asian Forum".
    return f"{rank:02d}{'' if rank < len(SCRIPT_ORDER) else script} {words}"


def match_key(text):
    """What two spellings of the same name share: equal keys are the same name."""
    return plain(text)[:300]
