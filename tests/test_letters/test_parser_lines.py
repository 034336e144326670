"""The editor's text area, single names, records, and properties over random text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.signatories import (
    ParseWarning,
    Signatory,
    clean_line,
    describe,
    parse_letter,
    parse_lines,
)


def raws(text: str) -> list[str]:
    return [one.raw for one in parse_lines(text).signatories]


def codes(text: str) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.line) for warning in parse_lines(text).warnings]


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("  Open\u00a0 Banks \t", "Open Banks"),
        ("\u200fجمعية النهر\u200e", "جمعية النهر"),
        ("\ufeffOpen\u00ad Banks\x07", "Open Banks"),
        ("\u200bمی\u200cخواهیم\u200b", "می\u200cخواهیم"),
        ("Cafe\u0301", "Cafe\u0301"),
        ("Stand with Rivers@JPN>", "Stand with Rivers@JPN>"),
        ("Open Banks (OB).", "Open Banks (OB)."),
        ("\u200b \u200d", ""),
    ],
)
def test_cleaning(line: str, clean: str) -> None:
    assert clean_line(line) == clean


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. FC Fluss\n21Wilberforce\n-able", ["1. FC Fluss", "21Wilberforce", "-able"]),
        ("1. FC Fluss", ["1. FC Fluss"]),
        (
            "1. Open Banks\n2. 1. FC Fluss\n3. 4.9평화재단",
            ["Open Banks", "1. FC Fluss", "4.9평화재단"],
        ),
        ("- Open Banks\n- -able\n\n- Lembaga Fajar", ["Open Banks", "-able", "Lembaga Fajar"]),
        ("١. جمعية النهر\n٢. مركز الفجر", ["جمعية النهر", "مركز الفجر"]),
        ("①大河聯盟\n②山風協會", ["大河聯盟", "山風協會"]),
        ("1.\n2.\n3.", ["1.", "2.", "3."]),
        ("A; B; C\nOpen Banks, Nepal", ["A; B; C", "Open Banks, Nepal"]),
        ("Organisations\nIndividuals", ["Organisations", "Individuals"]),
        ("2019 Movement\n2020 Movement", ["2019 Movement", "2020 Movement"]),
        ("**Open** <b>Banks</b> | x", ["**Open** <b>Banks</b> | x"]),
    ],
)
def test_every_line_is_one_signatory(text: str, names: list[str]) -> None:
    assert raws(text) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open Banks\nFajar\nOPEN banks", [("duplicate", 3)]),
        ("1. Open Banks\n2. Fajar\n5. River\n6. Lake", [("numbering_gap", 3)]),
        ("1. Open Banks\n2. Fajar\n1. River\n2. Lake", [("numbering_restart", 3)]),
        ("Open\u202eBanks", [("invisible_characters", 1)]),
        ("Open Banks \ue000", [("unsafe_characters", 1)]),
        ("Ope" + "\u0301" * 7 + "n", [("combining_run", 1)]),
        ("River " * 51, [("long_line", 1)]),
        ("Open Banks\tNepal", [("tab_separated", 1)]),
        ("Open Banks; Fajar; River Trust", [("several_names", 1)]),
        ("大河聯盟、山風協會、公民之聲", [("several_names", 1)]),
        ("\n\nPехов Центр", [("mixed_scripts", 3)]),
        ("Open Banks (ชมรมแม่น้ำ)", []),
        ("Комитет NGO", []),
        ("Taiwan Rivers 台灣河流會", []),
    ],
)
def test_warnings(text: str, found: list[tuple[str, int]]) -> None:
    assert codes(text) == found


def test_every_warning_has_a_message() -> None:
    text = "1. Open\u202eBanks\t\ue000; b; c\n3. x\n1. x\nA" + "\u0301" * 9 + "ж" * 400
    for warning in parse_lines(text).warnings:
        assert warning.message
        assert "{" not in warning.message


def test_messages_are_made_from_code_and_parameters() -> None:
    warning = ParseWarning("numbering_gap", 4, {"number": 7, "previous": 5})
    assert warning.message == "Number 7 follows 5: numbers are missing or out of order."


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("River Law Foundation (RILAW)", {"name": "River Law Foundation", "acronym": "RILAW"}),
        ("Union of River Workers [URW]", {"name": "Union of River Workers", "acronym": "URW"}),
        ("URW (Union of River Workers)", {"name": "Union of River Workers", "acronym": "URW"}),
        ("Centro de Ríos y Paz – Cerpaz", {"name": "Centro de Ríos y Paz", "acronym": "Cerpaz"}),
        (
            "RiverDefenders (Network for the Upper Valley)",
            {
                "name": "RiverDefenders",
                "acronym": "",
                "other_names": ["Network for the Upper Valley"],
            },
        ),
        (
            "Boats Without Borders (Bateaux sans frontières, BSF)",
            {
                "name": "Boats Without Borders",
                "acronym": "BSF",
                "other_names": ["Bateaux sans frontières"],
            },
        ),
        ("Friends of Rivers (NZ)", {"country": "NZ", "kind": "organisation"}),
        (
            "Open Banks Association, Taiwan",
            {"country": "TW", "name": "Open Banks Association, Taiwan"},
        ),
        ("Witness River – Uganda", {"country": "UG"}),
        ("World Lake Movement/Institute for Rivers", {"other_names": []}),
        ("【大河守護聯盟】 River Guard Alliance", {"name": "大河守護聯盟", "lang": "zh-Hant"}),
        ("Комитет «Вольная река»", {"lang": "ru", "dir": "ltr"}),
        ("جمعية النهر الحر", {"lang": "ar", "dir": "rtl"}),
        ("Open Banks", {"lang": "", "dir": ""}),
        ("Open Banks (ชมรมแม่น้ำ)", {"lang": "", "dir": "ltr", "other_names": ["ชมรมแม่น้ำ"]}),
        (
            "Maya Shrestha, Director, Himal River Trust",
            {"kind": "person", "name": "Maya Shrestha", "role": "Director"},
        ),
        (
            "Maya Shrestha individually as an independent expert",
            {"kind": "person", "name": "Maya Shrestha", "role": "independent expert"},
        ),
        ("Dr. Maya Shrestha", {"kind": "person"}),
        ("김하늘 (변호사)", {"kind": "person", "name": "김하늘", "role": "변호사", "lang": "ko"}),
        ("王小河，作家", {"kind": "person", "name": "王小河", "role": "作家"}),
        ("SR River Trust", {"kind": "organisation"}),
        ("Lady Liberty of the Lake", {"kind": "organisation"}),
        ("Reporters for Rivers (Reporters pour les rivières)", {"kind": "organisation"}),
    ],
)
def test_describing(raw: str, wanted: dict[str, object]) -> None:
    found = describe(raw)
    assert found.raw == raw
    assert {key: getattr(found, key) for key in wanted} == wanted


def test_records_become_json_and_come_back() -> None:
    record = Signatory(raw="Open Banks", name="Open Banks", number=3)
    data = record.to_dict()
    assert data == {
        "raw": "Open Banks",
        "kind": "organisation",
        "name": "Open Banks",
        "number": 3,
    }
    assert Signatory.from_dict({**data, "unknown": 1}) == record
    assert Signatory.from_dict({}) == Signatory(raw="")


# Text as people paste it: words, marks, separators, tags and controls, in any order.
FRAGMENTS = st.sampled_from(
    ["1. ", "2. ", "3) ", "(4) ", "- ", "• ", "\n", "\n\n", "\t", ", ", "; ", "、", "|", "**", "_"]
    + ["1. FC X", "21Wilberforce", "-able", "Signed by:", "Individuals", "<p>", "</li>", "<ol><li>"]
    + ["&amp;", "Open Banks", "大河聯盟", "جمعية", "\u200b", "\u200f", "\u202e", "(", ")", "---"]
    + ["#", "[x](y)", "١. ", "①", "\x85", "\u2028", "Director", "Nepal", "12 organisations", "<!--"]
)
PASTED = st.lists(FRAGMENTS | st.text(max_size=8), max_size=40).map("".join)


@given(PASTED)
@settings(max_examples=300, deadline=None)
def test_reading_lines_again_changes_nothing(text: str) -> None:
    once = raws(text)
    assert raws("\n".join(once)) == once


@given(PASTED)
@settings(max_examples=300, deadline=None)
def test_lines_are_neither_lost_nor_invented(text: str) -> None:
    lines = [clean for line in text.splitlines() if (clean := clean_line(line))]
    found = raws(text)
    assert len(found) == len(lines)
    assert all(raw and line.endswith(raw) for raw, line in zip(found, lines, strict=True))


@given(PASTED)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_letter_parser(text: str) -> None:
    for one in parse_letter(text).signatories:
        assert one.raw == clean_line(one.raw) != ""


# Without markup, what is found stands in the text letter by letter.
PLAIN = st.lists(
    st.sampled_from(
        [
            "Signed by:\n",
            "1. ",
            "2. ",
            "- ",
            "\n",
            ", ",
            "; ",
            "、",
            " and ",
            "Nepal",
            "河",
            "النهر",
        ]
    )
    | st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Mn"]), max_size=8),
    max_size=40,
).map("".join)


@given(PLAIN)
@settings(max_examples=300, deadline=None)
def test_names_stand_in_the_text_as_they_are(text: str) -> None:
    whole = clean_line(text)
    for one in parse_letter(text).signatories:
        assert one.raw in whole
