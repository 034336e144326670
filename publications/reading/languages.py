"""In which language a text is, as far as its script proves it."""

import re
import unicodedata
from collections import Counter

from django.conf import settings

# Scripts that one language of the site is written in.
PROOF = {
    "ARABIC": "ar",
    "BENGALI": "bn",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "THAI": "th",
}
SAMPLE = 4000
# Persian and Urdu write letters that Arabic does not.
NOT_ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc\u0679\u0688\u0691\u06d2\u06be]")


def language_of(declared, text):
    """The code of the language that a file declares, else that its script proves, else ""."""
    known = {code.lower(): code for code, _name in settings.LANGUAGES}
    tag = declared.strip().lower().replace("_", "-")
    proved = _proved(text[:SAMPLE])
    for code in (tag, tag.partition("-")[0]):
        # A file in Khmer that declares itself English was made with a program in English.
        if code in known and not (proved and code == "en"):
            return known[code]
    return proved


def _proved(text):
    letters = Counter(
        unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()
    )
    if not letters:
        return ""
    script, count = letters.most_common(1)[0]
    if count * 2 < letters.total() or (script == "ARABIC" and NOT_ARABIC.search(text)):
        return ""
    return PROOF.get(script, "")
