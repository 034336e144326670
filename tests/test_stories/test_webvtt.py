"""The editor's check of captions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multimedia.webvtt import decode, read

GOOD = """WEBVTT - The last ferry

NOTE made by hand

STYLE
::cue { color: yellow }

first
00:01.000 --> 00:03.500 line:80%
<v Ferryman>The numbers first.</v>

00:00:04.000 --> 00:00:06.000
<i>A bell.</i> &amp; <00:05.000>waves
"""


def messages(text, **options):
    return [str(problem) for problem in read(text, **options).problems]


def vtt(*cues):
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def test_good_file_is_read():
    reading = read(GOOD)
    assert reading.problems == []
    assert [(cue.line, cue.start, cue.end, cue.plain) for cue in reading.cues] == [
        (9, 1.0, 3.5, "The numbers first."),
        (12, 4.0, 6.0, "A bell. & waves"),
    ]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_all_line_endings_and_a_byte_order_mark_are_fine(ending):
    reading = read("\ufeff" + GOOD.replace("\n", ending))
    assert (len(reading.cues), reading.problems) == (2, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\n00:01.000 --> 00:02.000\nHello\n", "Line 1: The file does not begin with"),
        ("WEBVTT\n", "Line 1: There is no text in the file."),
        (vtt("00:01,000 --> 00:02,000\nHello"), "Line 3: Write times with a point"),
        (vtt("1:01.000 --> 00:02.000\nHello"), "Line 3: This is no time"),
        (vtt("00:61.000 --> 00:62.000\nHello"), "Line 3: This is no time"),
        (vtt("00:03.000 --> 00:02.000\nHello"), "Line 3: The end lies before the beginning."),
        (vtt("00:01.000 --> 00:02.000"), "Line 3: There are no words for this time."),
        (vtt("00:01.000 --> 00:02.000\n<i> </i>"), "Line 3: There are no words for this time."),
        (vtt("Hello"), "Line 3: There is no time here"),
        (
            vtt("00:05.000 --> 00:06.000\nTwo", "00:01.000 --> 00:02.000\nOne"),
            "Line 6: This begins before the one above it.",
        ),
        (
            vtt("00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo"),
            "Line 4: Leave a blank line before the next time.",
        ),
    ],
)
def test_what_players_cannot_use_is_refused_by_its_line(text, message):
    reading = read(text)
    assert any(str(problem).startswith(message) for problem in reading.errors), messages(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            vtt("00:01.000 --> 00:03.000\nOne", "00:02.000 --> 00:04.000\nTwo"),
            "Line 6: This begins while the one above it is still shown.",
        ),
        (
            vtt("00:01.000 --> 00:02.000\n" + "Too fast for anybody. " * 3),
            "Line 3: 65 characters in a second are too fast to read; up to 25 are good.",
        ),
        (vtt("00:01.000 --> 00:02.000\n<font>Hi</font>"), "Line 4: Players do not know “<font>”."),
        (vtt("00:01.000 --> 00:02.000 top:1\nHi"), "Line 3: Players do not know “top:1”."),
    ],
)
def test_what_is_hard_to_use_is_a_warning(text, message):
    reading = read(text)
    assert reading.errors == []
    assert message in [str(problem) for problem in reading.warnings]


def test_times_are_held_against_the_length_of_the_recording():
    text = vtt("00:04.000 --> 00:07.000\nOne", "00:08.000 --> 00:09.000\nTwo")
    assert messages(text) == []
    reading = read(text, duration=6)
    assert [str(p) for p in reading.errors] == ["Line 6: The recording has ended before this time."]
    assert [p.line for p in reading.warnings] == [3]


def test_chapters_may_be_short():
    assert messages(vtt("00:01.000 --> 00:01.500\nIn which much happens"), kind="chapters") == []


def test_other_encodings_are_named_by_their_line():
    with pytest.raises(ValueError, match="Line 3 is not in UTF-8"):
        decode("WEBVTT\n\n00:01,000 é".encode("latin-1"))
    assert decode(b"\xef\xbb\xbfWEBVTT") == "WEBVTT"


@given(st.text())
def test_nothing_makes_the_check_fall_over(text):
    read(text)
    read("WEBVTT\n\n" + text)


@given(st.lists(st.sampled_from([*GOOD.splitlines(), "-->", "00:01.000 -->", "<", "NOTE"])))
def test_no_order_of_lines_makes_the_check_fall_over(lines):
    assert read("WEBVTT\n\n" + "\n".join(lines), duration=3).cues is not None
