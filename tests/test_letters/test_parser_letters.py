"""Whole letters: invented ones for every format, and the real ones where they are at hand."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from letters.signatories import parse_letter

FIXTURES = Path(__file__).with_name("parser_fixtures")
LETTERS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "letters"


def letter_of(expected: Path) -> str:
    """Return the text of the letter an expectation belongs to."""
    letters = [path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected]
    return letters[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("expected", sorted(FIXTURES.glob("*.json")), ids=lambda path: path.stem)
def test_invented_letters(expected: Path) -> None:
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    parsed = parse_letter(letter_of(expected))
    assert [one.raw for one in parsed.signatories] == wanted["signatories"]
    persons = [one.raw for one in parsed.signatories if one.kind == "person"]
    assert persons == wanted["persons"]
    assert parsed.stated_total == wanted["stated_total"]
    assert parsed.anonymous_count == wanted["anonymous_count"]
    if "countries" in wanted:
        assert [one.country for one in parsed.signatories] == wanted["countries"]
    assert set(wanted.get("warnings", [])) <= {warning.code for warning in parsed.warnings}


REAL = sorted(LETTERS.glob("*.expected.json"))


@pytest.mark.skipif(not REAL, reason="the real letters are not at hand")
@pytest.mark.parametrize("expected", REAL, ids=lambda path: path.name.split(".")[0])
def test_real_letters(expected: Path) -> None:
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    text = expected.with_name(wanted["file"]).read_text(encoding="utf-8")
    parsed = parse_letter(text)
    names = [" ".join(name.split()) for name in wanted["signatories"]]
    found = [one.raw for one in parsed.signatories]
    matcher = SequenceMatcher(None, names, found, autojunk=False)
    matching = sum(block.size for block in matcher.get_matching_blocks())
    assert 2 * matching / (len(names) + len(found)) >= 0.99
    organisations = {" ".join(name.split()) for name in wanted["organisations"]}
    assert {one.raw for one in parsed.signatories if one.kind == "organisation"} == organisations
    assert parsed.stated_total == wanted["stated_total"]
    assert parsed.anonymous_count == wanted["anonymous_count"]


@pytest.mark.skipif(not REAL, reason="the real letters are not at hand")
def test_the_seed_letter_is_one_short() -> None:
    path = next(LETTERS.glob("00_*.txt"))
    parsed = parse_letter(path.read_text(encoding="utf-8"))
    assert len(parsed.signatories) == 281
    assert (parsed.stated_total, parsed.anonymous_count) == (321, 39)
    assert [(warning.code, warning.line) for warning in parsed.warnings] == [
        ("numbering_restart", 153),
        ("total_missing", 334),
    ]
    assert "1 missing" in parsed.warnings[1].message


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("   \n\n", []),
        ("Signed by:", []),
        ("Signed by: Open Banks Alliance", ["Open Banks Alliance"]),
        (
            "Signed by\n\n* [Open Banks Alliance](https://banks.example)\n* **Lembaga Fajar**\n",
            ["Open Banks Alliance", "Lembaga Fajar"],
        ),
        (
            "Signed by\n\n1\\. Open Banks Alliance\n2\\. R&amp;D Rivers\n3\\. T*Revers\n",
            ["Open Banks Alliance", "R&D Rivers", "T*Revers"],
        ),
        (
            "<ol start='7'><li>Open Banks</li><li>Lembaga Fajar</li></ol>",
            ["Open Banks", "Lembaga Fajar"],
        ),
        (
            "Signed by\n\n16. Open Banks 17. Lembaga Fajar\n18. River Trust\n",
            ["Open Banks", "Lembaga Fajar", "River Trust"],
        ),
    ],
)
def test_small_texts(text: str, names: list[str]) -> None:
    assert [one.raw for one in parse_letter(text).signatories] == names


def test_demands_are_no_signatories() -> None:
    text = (
        "We, the undersigned organisations, urge the government to:\n\n"
        "1. release all detained river defenders immediately;\n"
        "2. repeal the law on gatherings near dams;\n"
        "3. protect journalists who report on the protests.\n\n"
        "Signed by:\n\n1. Open Banks Alliance\n2. Lembaga Fajar\n"
    )
    found = [one.raw for one in parse_letter(text).signatories]
    assert found == ["Open Banks Alliance", "Lembaga Fajar"]


def test_numbers_and_sections_are_kept() -> None:
    text = "Individuals:\n\n3. Maya Shrestha\n4. Tom Weir\n"
    parsed = parse_letter(text)
    assert [(one.number, one.section) for one in parsed.signatories] == [
        (3, "Individuals"),
        (4, "Individuals"),
    ]


def test_a_text_without_a_list_says_so() -> None:
    parsed = parse_letter("The river was dammed in 2019, and nobody who lived there was asked.")
    assert [warning.code for warning in parsed.warnings] == ["no_list"]


def test_two_names_without_a_space_are_reported_not_split() -> None:
    text = "Individuals:\n\n1. Maya ShresthaTom Weir\n2. Ronald McDonald\n"
    parsed = parse_letter(text)
    assert len(parsed.signatories) == 2
    assert [(w.code, w.line) for w in parsed.warnings] == [("glued_names", 3)]


def test_duplicates_are_reported_with_their_first_line() -> None:
    parsed = parse_letter("Signed by:\n\n- Open Banks\n- Lembaga Fajar\n- OPEN BANKS\n")
    assert [(w.code, w.line, w.params["first"]) for w in parsed.warnings] == [("duplicate", 5, 3)]
