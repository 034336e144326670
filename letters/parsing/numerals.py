"""Numbers in prose: digits of any script with separators, and number words."""

from __future__ import annotations

import re

_ENGLISH_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

# Small numbers that letters spell out, by language; the position in the list is the value.
_WORDS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte",
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze"
    " dezesseis dezessete dezoito dezenove vinte",
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
    " fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    " тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    " двадцать",
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
)


def _number_words() -> dict[str, int]:
    table = {word: value for value, word in enumerate(_ENGLISH_UNITS)}
    for index, ten in enumerate(_ENGLISH_TENS, start=2):
        table[ten] = index * 10
        for unit, word in enumerate(_ENGLISH_UNITS[1:10], start=1):
            table[f"{ten}-{word}"] = table[f"{ten} {word}"] = index * 10 + unit
    for words in _WORDS:
        for value, word in enumerate(words.split()):
            # "un", "uno" and "um" are articles far more often than numbers.
            if value > 1:
                table.setdefault(word, value)
    del table["zero"], table["one"]
    return table


NUMBER_WORDS = _number_words()
_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}

# A number as it stands in a sentence: "1,234", "1.234", "٣٢١", "thirty-two", "四十五".
NUMBER = (
    r"(?:\d{1,3}(?:[.,٬\u00a0\u202f]\d{3})+(?!\d)|\d{1,6}|[〇一二三四五六七八九十百]{1,6}|"
    + "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True))
    + r")"
)


def to_int(text: str) -> int | None:
    """Return the value of what `NUMBER` matched, or None."""
    text = text.casefold()
    if text in NUMBER_WORDS:
        return NUMBER_WORDS[text]
    digits = "".join(char for char in text if char.isdecimal())
    return int(digits) if digits else _han_to_int(text)


def _han_to_int(text: str) -> int | None:
    """Read 四十五, 一百二十 or 三〇; positional and named powers of ten both occur."""
    if not text or any(char not in "〇一二三四五六七八九十百" for char in text):
        return None
    if not set(text) & set("十百"):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total = current = 0
    for char in text:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _HAN_DIGITS[char]
    return total + current
