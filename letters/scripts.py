"""Which script a character belongs to, and what that proves about language and direction.

Scripts are ISO 15924 codes, languages BCP 47 tags. The standard library has no Unicode
script property, so the script is read from the character's Unicode name, whose first word
is the script for every letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SCRIPT_BY_NAME = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BALINESE": "Bali",
    "BENGALI": "Beng",
    "BOPOMOFO": "Bopo",
    "CANADIAN": "Cans",
    "CHEROKEE": "Cher",
    "CJK": "Hani",
    "COPTIC": "Copt",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "FULLWIDTH": "Latn",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HALFWIDTH": "Kana",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "IDEOGRAPHIC": "Hani",
    "JAVANESE": "Java",
    "KANNADA": "Knda",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MASCULINE": "Latn",
    "FEMININE": "Latn",
    "MONGOLIAN": "Mong",
    "MYANMAR": "Mymr",
    "NKO": "Nkoo",
    "OL": "Olck",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
    "TIFINAGH": "Tfng",
    "VAI": "Vaii",
    "YI": "Yiii",
}

# Scripts that one language alone uses for the names of organisations. Devanagari (Hindi,
# Nepali, Marathi) and Ethiopic (Amharic, Tigrinya) prove nothing and are missing on purpose.
_LANGUAGE_BY_SCRIPT = {
    "Armn": "hy",
    "Beng": "bn",
    "Cher": "chr",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hang": "ko",
    "Hebr": "he",
    "Hira": "ja",
    "Kana": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mong": "mn-Mong",
    "Mymr": "my",
    "Nkoo": "nqo",
    "Olck": "sat",
    "Orya": "or",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thaa": "dv",
    "Thai": "th",
    "Tibt": "bo",
    "Yiii": "ii",
}

# Letters that only one language of the script writes, most telling first.
_CYRILLIC_LETTERS = (
    ("ұ", "kk"),
    ("ҷҳӯӣ", "tg"),
    ("їєґ", "uk"),
    ("ѓќ", "mk"),
    ("ђћ", "sr"),
)
_ARABIC_LETTERS = (
    ("ښږټډړځڅۍ", "ps"),
    ("ڕڵێ", "ckb"),
    ("ۇۈڭې", "ug"),
    ("ٹڈڑےںہ", "ur"),
    ("پچژگکی", "fa"),
)

_EAST_ASIAN = {"Hani", "Hira", "Kana", "Hang", "Bopo"}
# Written without spaces between words, so that a change of script is no slip of the keyboard.
UNSPACED = _EAST_ASIAN | {"Thai", "Laoo", "Khmr", "Mymr", "Tibt"}


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """Return the ISO 15924 code of a letter or mark, "" for signs that all scripts share."""
    if char in "々〆〇":
        return "Hani"
    if char in "ー・":
        return "Kana" if char == "ー" else ""
    if unicodedata.category(char)[0] not in "LM":
        return ""
    return _SCRIPT_BY_NAME.get(unicodedata.name(char, "").split(" ")[0], "")


def scripts_in(text: str) -> list[str]:
    """Return the scripts of `text` in order of appearance, each once."""
    if text.isascii():
        return ["Latn"] if any(map(str.isalpha, text)) else []
    return [script for script in dict.fromkeys(map(script_of, text)) if script]


def direction_of(text: str) -> str:
    """Return "rtl" or "ltr" from the first strong character (Unicode UAX #9, rules P2, P3)."""
    for char in text:
        bidi_class = unicodedata.bidirectional(char)
        if bidi_class in ("R", "AL"):
            return "rtl"
        if bidi_class == "L":
            return "ltr"
    return "ltr"


def language_of(text: str) -> str:
    """Return the BCP 47 tag that the script at the beginning of `text` proves, or "".

    Latin proves nothing. A name in two scripts counts as what it begins with.
    """
    run = _first_run(text)
    scripts = {script_of(char) for char in run} - {""}
    if scripts & {"Hira", "Kana"}:
        return "ja"
    if "Hang" in scripts:
        return "ko"
    if scripts & {"Hani", "Bopo"}:
        return _han_language(run, bopomofo="Bopo" in scripts)
    script = next(iter(scripts), "")
    if script == "Cyrl":
        return _cyrillic_language(run.casefold())
    if script == "Arab":
        return _by_letters(run, _ARABIC_LETTERS) or "ar"
    if script == "Beng" and set("ৰৱ") & set(run):
        return "as"
    return _LANGUAGE_BY_SCRIPT.get(script, "")


def _first_run(text: str) -> str:
    """Return the letters of `text` up to the first letter of another script."""
    run: list[str] = []
    group: set[str] = set()
    for char in text:
        script = script_of(char)
        if not script:
            continue
        if group and script not in group:
            break
        group = group or (_EAST_ASIAN if script in _EAST_ASIAN else {script})
        run.append(char)
    return "".join(run)


def _by_letters(text: str, table: tuple[tuple[str, str], ...]) -> str:
    letters = set(text)
    return next((language for telling, language in table if letters & set(telling)), "")


def _cyrillic_language(text: str) -> str:
    """Russian is assumed where no letter tells otherwise; Turkic alphabets overlap too much."""
    letters = set(text)
    certain = _by_letters(text, _CYRILLIC_LETTERS)
    if certain:
        return certain
    if letters & set("қғ"):
        return "kk" if letters & set("әі") else ""
    if "ў" in letters:
        return "be"
    if letters & set("өү"):
        return "" if letters & set("әңһҗ") else "mn"
    if letters & set("әңһҗ"):
        return ""
    if letters & set("љњџј"):
        return "sr" if "ѕ" not in letters else "mk"
    return "uk" if "і" in letters else "ru"


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_everyday_japanese(text: str) -> bool:
    """Whether every character is of JIS X 0208 level 1, which holds the forms in use today.

    Level 2 (from row 48, Shift JIS 0x989F) holds older forms such as 國 and 會, which look
    Traditional to a Japanese reader too; 聯 is the one common old form in level 1.
    """
    if "聯" in text or not _encodes(text, "shift_jis"):
        return False
    return all(char.encode("shift_jis") < b"\x98\x9f" for char in text)


def _han_language(text: str, *, bopomofo: bool) -> str:
    """Tell Traditional from Simplified Chinese and from Japanese written without kana.

    The national character sets of the 1980s hold what each country prints: Big5 Traditional,
    GB 2312 Simplified, Shift JIS Japanese forms. What several of them hold proves nothing:
    東京 is Japanese as well as Traditional, 大学 Japanese as well as Simplified.
    """
    if bopomofo:
        return "zh-Hant"
    traditional = _encodes(text, "big5")
    simplified = _encodes(text, "gb2312")
    japanese = _encodes(text, "shift_jis")
    if traditional and not simplified:
        return "" if _is_everyday_japanese(text) else "zh-Hant"
    if simplified and not traditional:
        return "" if japanese else "zh-Hans"
    if japanese and not traditional:
        return "ja"
    return "" if japanese else "zh"
