"""Dates are in the language of the page: no English month anywhere else."""

import re
from datetime import date
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils.dates import MONTHS
from django.utils.translation import override

CODES = [code for code, _name in settings.LANGUAGES if code != "en"]
WRITTEN_LATIN = {"es", "fr", "id", "ms", "tl", "vi"}
ENGLISH = [str(MONTHS[number]) for number in range(1, 13)]
THE_THIRD = {
    "ar": "3 فبراير 2026",
    "es": "3 de febrero de 2026",
    "fr": "3 février 2026",
    "id": "3 Februari 2026",
    "ja": "2026年2月3日",
    "km": "3 ខែ កុម្ភៈ ឆ្នាំ 2026",
    "ko": "2026년 2월 3일",
    "lo": "3 ກຸມພາ 2026",
    "mn": "2026 оны 2 сарын 3",
    "ms": "3 Februari 2026",
    "my": "2026 ခုနှစ်၊ ဖေဖော်ဝါရီလ 3 ရက်",
    "si": "2026 පෙබරවාරි 3",
    "tl": "Pebrero 3, 2026",
    "ur": "3 فروری، 2026",
    "vi": "3 tháng 2, 2026",
    "zh-hant": "2026年2月3日",
}
MONTH_CATALOGUES = sorted(
    (Path(settings.SITE_DIR) / "config" / "months").glob("*/LC_MESSAGES/django.po")
)


def day(code, value):
    with override(code):
        return Template('{{ day|date:"DATE_FORMAT" }}').render(Context({"day": value}))


@pytest.mark.parametrize("code", CODES)
def test_no_month_is_english(code):
    days = [day(code, date(2026, month, 3)) for month in range(1, 13)]
    assert len(set(days)) == 12
    assert all("2026" in text for text in days)
    if code in WRITTEN_LATIN:
        own = [text for text, name in zip(days, ENGLISH, strict=True) if name not in text]
        assert len(own) >= 8  # a few are the same word
    else:
        assert [text for text in days if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize(("code", "text"), THE_THIRD.items())
def test_day_is_written_as_its_readers_write_it(code, text):
    assert day(code, date(2026, 2, 3)) == text


@pytest.mark.parametrize("path", MONTH_CATALOGUES, ids=lambda path: path.parents[1].name)
def test_names_of_months_are_complete_and_compiled(path):
    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    assert list(entries) == ENGLISH
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert entries == {entry.msgid: entry.msgstr for entry in compiled}
