"""Records of signatories: what an editor's text does to them, and what it leaves alone."""

import json
import time

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from letters.blocks import SignatoryListBlock, SignatoryNamesBlock
from letters.editor.alignment import align
from letters.editor.corrections import CorrectionError, checked_language, direction
from letters.editor.state import EditState, digest
from letters.editor.values import SignatoryRecords
from letters.models import OpenLetterPage

NAMES = ["Aruvia Water Watch", "Blue Hill Choir", "Cedar Road Library", "جمعية الميناء"]


def saved(names):
    """Records as they lie in the database, with ids."""
    return SignatoryRecords.of(names).with_ids()


def edited(records, text, state=None):
    """Records after the text area came back with `text`."""
    state = records.for_form()["state"] if state is None else state
    return SignatoryRecords.from_form(text, state)


def ids(records):
    return [record.id for record in records]


def test_json_holds_no_empty_fields():
    block = SignatoryNamesBlock()
    (record,) = block.get_prep_value(saved(["Aruvia Water Watch"]))
    assert record["raw"] == "Aruvia Water Watch"
    assert all(value not in ("", [], None) for value in record.values())
    assert str(block.to_python([record])) == "Aruvia Water Watch"


def test_untouched_text_leaves_every_record_as_it_was():
    records = saved(NAMES)
    records[0].section, records[0].number, records[0].organisation = "Signed by", 7, "aww"
    assert edited(records, str(records)) == records


def test_one_edited_line_changes_one_record_and_no_id():
    records = saved(NAMES)
    after = edited(records, str(records).replace("Blue Hill", "Blue Hills"))
    assert ids(after) == ids(records)
    assert [a == b for a, b in zip(records, after, strict=True)] == [True, False, True, True]


def test_moved_lines_keep_their_records():
    records = saved(NAMES)
    after = edited(records, "\n".join(reversed(NAMES)))
    assert list(after) == list(reversed(records))


def test_new_line_gets_a_new_id_and_deleted_ones_take_theirs_along():
    records = saved(NAMES)
    after = edited(records, "\n".join([NAMES[0], "Dune Hospital", *NAMES[2:]]))
    # One line for another between the same neighbours counts as edited.
    assert ids(after) == ids(records)
    after = edited(records, "\n".join([NAMES[0], NAMES[2], "Dune Hospital", "Elm Press", NAMES[3]]))
    assert ids(after)[:2] + ids(after)[-1:] == [records[0].id, records[2].id, records[3].id]
    assert not {after[2].id, after[3].id} & set(ids(records))


def test_line_cut_now_and_pasted_later_keeps_its_record():
    records = saved(NAMES)
    without = edited(records, "\n".join(NAMES[1:]))
    back = edited(without, "\n".join([*NAMES[1:], NAMES[0]]))
    assert ids(back) == [*ids(records)[1:], records[0].id]


def test_of_equal_lines_each_keeps_its_own_record():
    records = saved(["Same Name", "Other", "Same Name"])
    assert ids(edited(records, "Same Name\nOther\nSame Name")) == ids(records)
    assert ids(edited(records, "Other\nSame Name")) == ids(records)[1:]


@pytest.mark.parametrize(
    "rubbish",
    [
        "",
        "{",
        "[]",
        "null",
        '{"lines":1,"gone":"","kept":{}}',
        '{"lines":"a:b <script>:c a:d","gone":"a:b","kept":{"a":["b",{"raw":"Other"}],"z":3}}',
        '{"lines":"","gone":"","kept":{"a":["b",7]}}',
        "[" * 100_000,
    ],
)
def test_rubbish_for_a_state_means_new_ids_and_nothing_else(rubbish):
    after = edited(saved(NAMES), "\n".join(NAMES), state=rubbish)
    assert [record.raw for record in after] == NAMES
    assert len(set(ids(after))) == len(NAMES)


def test_state_cannot_put_another_name_under_a_line():
    mark = digest("Blue Hill Choir")
    state = json.dumps(
        {"lines": f"abc:{mark}", "gone": "", "kept": {"abc": [mark, {"raw": "X", "id": "y"}]}}
    )
    (record,) = SignatoryRecords.from_form("Blue Hill Choir", state)
    assert (record.raw, record.id) == ("Blue Hill Choir", "abc")


def test_state_of_281_names_is_small():
    records = saved([f"Invented organisation number {number}" for number in range(281)])
    assert len(records.for_form()["state"]) < 5_500


lines = st.lists(st.sampled_from("abcdefghij"), max_size=12)


@given(before=lines, gone=lines, after=lines)
def test_ids_are_unique_and_lines_that_stay_keep_theirs(before, gone, after):
    known = [(f"r{number}", mark) for number, mark in enumerate(before)]
    lost = [(f"g{number}", mark) for number, mark in enumerate(gone)]
    found = align(known, lost, after)
    given_ids = [known for known in found if known]
    assert len(found) == len(after)
    assert len(set(given_ids)) == len(given_ids)
    marks = dict(known)
    for mark in set(after):
        kept = sum(1 for i, m in zip(found, after, strict=True) if m == mark and marks.get(i) == m)
        assert kept == min(before.count(mark), after.count(mark))


names = st.lists(st.text(alphabet="abc ب台\u200b\u202e\t.1", min_size=1, max_size=8), max_size=10)


@given(before=names, after=names)
def test_any_text_gives_records_with_ids_of_their_own(before, after):
    first = SignatoryRecords.from_form("\n".join(before), "")
    second = edited(first, "\n".join(after))
    assert len(set(ids(second))) == len(second)
    again = edited(second, "\n".join(after))
    assert again == second


def test_long_lists_are_aligned_without_delay():
    before = [(f"r{number}", f"m{number}") for number in range(100_000)]
    after = [mark for _, mark in reversed(before)]
    started = time.process_time()
    assert all(align(before, [], after))
    assert all(align(before, [], [f"n{number}" for number in range(100_000)]))
    assert all(align(before, [], ["m5"] * 100_000)[:1])
    assert time.process_time() - started < 3


def test_correction_stays_while_the_line_does():
    records = saved(NAMES)
    records[1].kind, records[1].overruled = "person", ["kind"]
    state = records.for_form()["state"]
    assert edited(records, "New Line\n" + str(records))[2].kind == "person"
    changed = edited(records, str(records).replace("Choir", "Band"))
    assert (changed[1].kind, changed[1].overruled) == ("organisation", [])
    # Typing it back brings the correction back.
    undone = SignatoryRecords.from_form(str(records), changed.reading.state.dump())
    assert undone[1].kind == "person"
    assert EditState.load(state).kept.keys() == {records[1].id}


@pytest.mark.parametrize(
    ("typed", "tag"),
    [("", ""), (" AR ", "ar"), ("zh-hant", "zh-Hant"), ("pt-br", "pt-BR"), ("ug-latn", "ug-Latn")],
)
def test_language_codes_are_written_as_bcp_47_does(typed, tag):
    assert checked_language(typed) == tag


@pytest.mark.parametrize("typed", ["Arabic", "a", "ar_EG", "<b>", "ar lang", "1234"])
def test_what_is_no_language_code_is_refused(typed):
    with pytest.raises(CorrectionError, match="not a language code"):
        checked_language(typed)


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("ar", "جمعية", "rtl"),
        ("ar", "PCA جمعية", "rtl"),
        ("ug", "Uyghur Yoli", "ltr"),
        ("ug-Latn", "Uyghur Yoli", "ltr"),
        ("en", "Harbour", "ltr"),
        ("", "جمعية", "rtl"),
        ("", "Harbour", ""),
    ],
)
def test_direction_follows_the_script_of_the_language(lang, name, expected):
    assert direction(lang, name) == expected


def refusal(text):
    with pytest.raises(ValidationError) as error:
        SignatoryNamesBlock().clean(SignatoryRecords.from_form(text, ""))
    return " ".join(error.value.messages)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Paste at least one name, or delete this list."),
        (" \n\t\n", "Paste at least one name, or delete this list."),
        ("x\n" * 5_001, "There are 5,001 lines; a list can hold 5,000."),
        ("One\nTwo\n" + "We the people " * 700, "Line 3 looks like a paragraph"),
        ("One\tAruvia\nTwo\tBelmora", "This looks like a table of 2 columns"),
        ("1\tOne (Union)\tX\n2\tTwo\tX", "This looks like a table of 3 columns"),
        ("One\nTwo\tBelmora", "Line 2 has several columns with a tab between them."),
        ("<li>One</li>\nTwo", "Line 1 holds HTML code such as “<li>”."),
        ("One &amp; Two", "Line 1 holds HTML code such as “&amp;”."),
        ("One\nTwo \ue000", "Line 2 holds characters that other devices cannot show (U+E000)."),
        ("One\nTwo \ud800", "Line 2 holds characters that other devices cannot show (U+D800)."),
        ("Z" + "\u0301" * 7, "Line 1 has a letter with more marks than any script needs."),
    ],
    ids=lambda value: value[:12] if len(value) < 100 else "long",
)
def test_bad_input_is_refused_with_a_reason(text, message):
    assert message in refusal(text)


def test_a_hundred_thousand_lines_are_refused_at_once():
    started = time.process_time()
    assert "There are 100,000 lines" in refusal("Somebody Somewhere\n" * 100_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "text", ["Mothers < 3", "A & B", "1.\tOne\n2.\tTwo", "•\tOne\n•\tTwo", "Q", "کانون‌ها"]
)
def test_what_only_looks_odd_is_accepted(text):
    value = SignatoryNamesBlock().clean(SignatoryRecords.from_form(text, ""))
    assert len(value) == len(text.splitlines())


def test_controls_are_taken_out():
    value = SignatoryNamesBlock().clean(SignatoryRecords.from_form("O\x07ne\u202e Two\n", ""))
    assert str(value) == "One Two"


def test_draft_may_still_be_empty():
    block = SignatoryListBlock()
    value = block.value_from_datadict({"x-heading": "", "x-names": ""}, {}, "x")
    assert block.clean_deferred(value)["names"] == []
    with pytest.raises(ValidationError):
        block.clean(value)


def test_code_may_hand_in_records_without_ids():
    block = SignatoryNamesBlock()
    value = block.clean(block.normalize([{"raw": "One", "id": "a"}, {"raw": "Two", "id": "a"}]))
    assert value[0].id == "a"
    assert value[1].id not in ("", "a")


def test_names_are_not_in_the_index_of_pages():
    block = SignatoryNamesBlock()
    assert block.get_searchable_content(saved(NAMES)) == []


@pytest.fixture
def letter(make_letter):
    return make_letter(NAMES, heading="Signed by")


def test_translators_are_offered_no_name(
    letter, home, letter_index, django_capture_on_commit_callbacks
):
    arabic = Locale.objects.create(language_code="ar")
    home.copy_for_translation(arabic).save_revision().publish()
    letter_index.copy_for_translation(arabic).save_revision().publish()
    source, _created = TranslationSource.get_or_create_from_instance(letter)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    segments = StringSegment.objects.filter(source=source)
    strings = set(segments.values_list("string__data", flat=True))
    assert "A letter" in strings
    assert not strings & {*NAMES, "Signed by"}
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    page = OpenLetterPage.objects.get(locale=arabic)
    assert page.live
    assert [record.raw for record in page.signatories[0].value["names"]] == NAMES


def test_saving_untouched_keeps_a_no_break_space():
    stored = "United\u00a0 Sample Movement"
    form = SignatoryRecords.of([{"id": "a1", "raw": stored}]).for_form()
    untouched = SignatoryRecords.from_form(typed=form["text"], state=form["state"])
    assert [record.raw for record in untouched] == [stored]
    edited = SignatoryRecords.from_form(typed=form["text"] + "!", state=form["state"])
    assert [(record.id, record.raw) for record in edited] == [("a1", "United Sample Movement!")]
