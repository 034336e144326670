"""Nothing that the file of a recording tells of its making is ever stored."""

import io
import struct
import wave
from contextlib import suppress
from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.urls import reverse

from demo.recordings import RECORDINGS as DEMO
from demo.recordings import make
from multimedia.models import Media
from multimedia.uploads.media import prepare_media, strip_media
from multimedia.uploads.refusals import RefusedFileError
from tests.test_multimedia.recordings import (
    FILMS,
    FRAME,
    MARK,
    PLAYED,
    RECORDINGS,
    box,
    checksum,
    element,
    mp3,
    mp4,
    secrets_in,
    webm,
)

WHOLE = {}


def clean(data, name):
    file = SimpleUploadedFile(name, data)
    prepare_media(file)
    return file.read()


@pytest.mark.django_db
@pytest.mark.parametrize("name", RECORDINGS)
def test_through_the_form(editor_client, stored, name):
    data = RECORDINGS[name]()
    assert len(secrets_in(data)) >= 2, "the test recording is silent"
    kind = "video" if name in FILMS else "audio"
    files = {
        "file": SimpleUploadedFile(f"a.{name}", data),
        "other_file": SimpleUploadedFile(f"b.{name}", data),
    }
    fields = {"title": "Night", "duration": "6", "tags": ""} | files
    answer = editor_client.post(reverse("wagtailmedia:add", args=[kind]), fields)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Media.objects.get().file.size == len(data)
    assert len(stored()) == len(files)
    assert [secrets for content in stored().values() if (secrets := secrets_in(content))] == []


@pytest.mark.parametrize("name", RECORDINGS)
def test_nothing_that_is_seen_or_heard_changes_and_cleaning_again_changes_nothing(name):
    data = RECORDINGS[name]()
    once = clean(data, f"a.{name}")
    heard = FRAME if name == "mp3" else PLAYED[:240]
    assert once.count(heard) == data.count(heard) > 0
    assert [at for at in range(len(data)) if data.startswith(heard, at)] == [
        at for at in range(len(once)) if once.startswith(heard, at)
    ]
    assert clean(once, f"a.{name}") == once


@pytest.mark.parametrize("name", DEMO)
def test_recordings_of_the_demo_stay_as_long_as_they_are(name):
    data = make(name)
    file = io.BytesIO(data)
    is_film = data[4:8] == b"ftyp"
    assert strip_media(file, "mp4" if is_film else "wav") == is_film  # films have dates
    after = file.getvalue()
    assert len(after) == len(data)
    if is_film:
        assert kinds(after, 0, len(after)) == kinds(data, 0, len(data))


def kinds(data, start, end):
    """The boxes of MP4 with all boxes in them; their lengths must sum up."""
    found = []
    while start < end:
        size, kind = struct.unpack(">I4s", data[start : start + 8])
        size = size or end - start
        assert 8 <= size <= end - start
        found.append(kind)
        if kind in {b"moov", b"trak", b"mdia", b"minf", b"stbl"}:
            found += kinds(data, start + 8, start + size)
        start += size
    return found


def test_boxes_of_films_still_sum_up():
    after = clean(mp4(), "a.mp4")
    found = kinds(after, 0, len(after))
    assert found.count(b"trak") == 2
    assert not {b"udta", b"meta", b"uuid", b"XMP_"} & set(found)
    assert b"Seek" not in after


def test_pages_of_ogg_have_the_right_sums():
    after, at = clean(RECORDINGS["ogg"](), "a.ogg"), 0
    while at < len(after):
        end = at + 27 + after[at + 26] + sum(after[at + 27 : at + 27 + after[at + 26]])
        page = after[at : at + 22] + bytes(4) + after[at + 26 : end]
        assert struct.unpack("<I", after[at + 22 : at + 26])[0] == checksum(page)
        at = end
    assert at == len(after)


def test_sound_is_still_read_by_other_programs():
    with wave.open(io.BytesIO(clean(RECORDINGS["wav"](), "a.wav"))) as sound:
        assert sound.readframes(10_000) == PLAYED


def test_sound_without_tags_stays_as_it_is():
    assert clean(mp3(tagged=False), "a.mp3") == mp3(tagged=False)


def test_film_in_pieces_is_cleaned_too():
    def film(*handlers):
        whole = mp4(handlers)
        description = whole[whole.index(b"moov") - 4 :]
        description = description[: struct.unpack(">I", description[:4])[0]]
        piece = box(b"traf", box(b"tfhd", bytes(8)), box(b"uuid", MARK))
        moment = box(b"moof", box(b"mfhd", bytes(8)), piece) + box(b"mdat", PLAYED)
        return box(b"ftyp", b"iso5", bytes(4)) + description + moment

    after = clean(film(b"vide", b"soun"), "a.mp4")
    assert not secrets_in(after)
    assert PLAYED in after
    with pytest.raises(RefusedFileError, match="without metadata"):
        clean(film(b"vide", b"meta"), "a.mp4")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.mp4", mp4(whole=False)),
        ("a.mp4", mp4()[:-800]),
        ("a.mp4", mp4((b"meta",))),
        ("a.webm", webm(kind=b"\x11")),
        ("a.webm", webm()[:200]),
        ("a.webm", element("1a45dfa3", element("4282", b"webm"))),
        ("a.mp3", b"ID3 and more"),
        ("a.mp3", b"ID3\4\0\0\0\0\0\0" + MARK * 99),
        ("a.wav", b"RIFF\0\0\0\0WAVE and more"),
        ("a.ogg", b"OggS" + MARK * 9),
        ("a.ogg", RECORDINGS["ogg"]() + MARK),
        ("a.ogg", RECORDINGS["ogg"]().replace(b"\1vorbis", b"\x80theora"[:7])),
    ],
)
def test_what_cannot_be_cleaned_for_certain_is_refused_with_what_to_do(name, data):
    with pytest.raises(RefusedFileError, match="export it again without metadata"):
        clean(data, name)


@pytest.mark.parametrize("name", RECORDINGS)
@hypothesis.settings(max_examples=40, deadline=None)
@hypothesis.given(data=st.data())
def test_a_damaged_recording_is_taken_or_refused_but_never_an_error(name, data):
    whole = WHOLE.setdefault(name, RECORDINGS[name]())
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, min(len(whole), 3000) - 1))] = data.draw(
            st.integers(0, 255)
        )
    end = data.draw(st.integers(12, len(whole)))
    with suppress(RefusedFileError):
        clean(bytes(changed[:end]), f"a.{name}")


def test_a_large_file_is_cleaned_on_the_disk():
    with TemporaryUploadedFile("a.mp4", "video/mp4", len(mp4()), None) as file:
        file.write(mp4())
        prepare_media(file)
        assert not secrets_in(Path(file.temporary_file_path()).read_bytes())
