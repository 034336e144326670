"""Scripts, languages and directions, also over real names where they are at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from letters.scripts import direction_of, language_of, script_of, scripts_in

NAMES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "names"

SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CANADIAN": "Cans", "CJK": "Hani",
    "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor",
    "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang", "HEBREW": "Hebr",
    "HIRAGANA": "Hira", "KANNADA": "Knda", "KATAKANA": "Kana", "KHMER": "Khmr", "LAO": "Laoo",
    "MALAYALAM": "Mlym", "MONGOLIAN": "Mong", "MYANMAR": "Mymr", "ORIYA": "Orya",
    "SINHALA": "Sinh", "TAMIL": "Taml", "TELUGU": "Telu", "THAANA": "Thaa", "THAI": "Thai",
    "TIBETAN": "Tibt",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("Open Banks", "", "ltr"),
        ("Liên Đoàn Việt Nam", "", "ltr"),
        ("", "", "ltr"),
        ("台灣南社", "zh-Hant", "ltr"),
        ("中国人权", "zh-Hans", "ltr"),
        ("民主", "", "ltr"),
        ("東京都", "", "ltr"),
        ("日本人権財団", "ja", "ltr"),
        ("チベットの会", "ja", "ltr"),
        ("日本ウイグル協会", "ja", "ltr"),
        ("참여연대", "ko", "ltr"),
        ("한국 民主 연합", "ko", "ltr"),
        ("Московская группа", "ru", "ltr"),
        ("Українська спілка", "uk", "ltr"),
        ("Хүний эрх", "mn", "ltr"),
        ("Беларускі саюз ў Мінску", "be", "ltr"),
        ("مرصد الصحراء", "ar", "rtl"),
        ("کانون مدافعان", "fa", "rtl"),
        ("انسانی حقوق کمیشن پاکستان ہے", "ur", "rtl"),
        ("ئۇيغۇر", "ug", "rtl"),
        ("ארגון", "he", "rtl"),
        ("กลุ่ม", "th", "ltr"),
        ("မြန်မာ", "my", "ltr"),
        ("मानव अधिकार", "", "ltr"),
        ("Friends (ไทย)", "", "ltr"),
        ("ไทย (Friends)", "th", "ltr"),
        ("(2) مركز", "ar", "rtl"),
    ],
)
def test_language_and_direction(text: str, language: str, direction: str) -> None:
    assert (language_of(text), direction_of(text)) == (language, direction)


def test_signs_have_no_script() -> None:
    assert [script_of(char) for char in "1 (–。"] == [""] * 5
    assert script_of("々") == "Hani"
    assert scripts_in("Free 香港!") == ["Latn", "Hani"]


@pytest.mark.skipif(not NAMES.is_dir(), reason="the real names are not at hand")
def test_real_names_in_29_scripts() -> None:
    wrong = Counter()
    lines = (NAMES / "ror_native_scripts.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for main_script, name, *_ in rows:
        script = SCRIPTS[main_script]
        assert script in scripts_in(name)
        # A few names begin with a Latin acronym.
        expected = "rtl" if script in ("Arab", "Hebr", "Thaa") else "ltr"
        wrong[main_script] += direction_of(name) != expected
    assert len(rows) > 3000
    assert not +wrong


@pytest.mark.skipif(not NAMES.is_dir(), reason="the real names are not at hand")
def test_languages_of_real_names_are_hardly_ever_wrong() -> None:
    lines = (NAMES / "ror_native_scripts.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    found = [(row[2], language_of(row[1]).split("-")[0]) for row in rows if row[2]]
    proven = [(stated, language) for stated, language in found if language]
    wrong = [pair for pair in proven if pair[0] != pair[1]]
    assert len(proven) > 1500
    assert len(wrong) < 0.04 * len(proven)
