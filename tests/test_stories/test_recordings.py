"""Recordings: how they are served, what may be uploaded, what the editor says about words."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from multimedia.models import Media, Track

CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry leaves.\n"
DATA = bytes(range(256)) * 8


@pytest.fixture
def film(make_media):
    return make_media(data=DATA)


def body(response):
    return b"".join(response.streaming_content)


class TestServing:
    def test_whole_file_with_its_own_type(self, film, client):
        response = client.get(film.url)
        assert (response.status_code, body(response)) == (200, DATA)
        assert response["Content-Type"] == "video/webm"
        assert response["Content-Length"] == "2048"
        assert response["Accept-Ranges"] == "bytes"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [
            ("bytes=0-99", 0, 99),
            ("bytes=100-", 100, 2047),
            ("bytes=-48", 2000, 2047),
            ("bytes=2000-9999", 2000, 2047),
            ("bytes=-9999", 0, 2047),
        ],
    )
    def test_player_gets_the_part_it_asks_for(self, film, client, asked, first, last):
        response = client.get(film.url, headers={"range": asked, "accept-encoding": "gzip"})
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {first}-{last}/2048"
        assert response["Content-Length"] == str(last - first + 1)
        assert not response.has_header("Content-Encoding")
        assert body(response) == DATA[first : last + 1]

    @pytest.mark.parametrize("asked", ["bytes=2048-", "bytes=5-4", "bytes=-0"])
    def test_part_that_is_not_there(self, film, client, asked):
        response = client.get(film.url, headers={"range": asked})
        assert response.status_code == 416
        assert response["Content-Range"] == "bytes */2048"

    @pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=-"])
    def test_anything_else_is_answered_with_the_whole(self, film, client, asked):
        response = client.get(film.url, headers={"range": asked})
        assert (response.status_code, body(response)) == (200, DATA)

    def test_only_the_library_is_served(self, film, client):
        from pathlib import Path

        stray = Path(film.file.path).with_name("stray.webm")
        stray.write_bytes(DATA)
        assert client.get("/media/media/stray.webm").status_code == 404
        assert client.get("/media/media/../original_images/x.png").status_code == 404
        stray.unlink()

    def test_deleted_file_is_not_found(self, film, client):
        film.file.storage.delete(film.file.name)
        assert client.get(film.url).status_code == 404

    def test_captions_are_text_for_players(self, film, client):
        track = Track.objects.create(recording=film, language="en", text=CAPTIONS)
        response = client.get(track.url)
        assert response["Content-Type"] == "text/vtt; charset=utf-8"
        assert response.content.decode() == CAPTIONS

    def test_transcripts_are_part_of_the_story_and_no_file(self, film, client):
        track = Track.objects.create(recording=film, language="en", kind="transcript", text="A")
        assert client.get(track.url).status_code == 404


class TestUploads:
    @pytest.mark.parametrize(
        ("name", "data", "kind"),
        [
            ("a.webm", b"\x1aE\xdf\xa3 and more", "video"),
            ("a.mp4", b"\0\0\0\x20ftypmp42", "video"),
            ("a.mp3", b"ID3 and more", "audio"),
            ("a.wav", b"RIFF and more", "audio"),
        ],
    )
    def test_what_is_what_it_says_is_taken(self, db, name, data, kind):
        Media(title="A", type=kind, duration=1, file=SimpleUploadedFile(name, data)).full_clean()

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            ("a.webm", b"<!doctype html><script>", "not what its name says"),
            ("a.mp4", b"MZ\x90\0", "not what its name says"),
            ("a.webm", b"", "not what its name says"),
            ("a.mp3", b"ID3", "not allowed"),
            ("a.html", b"<p>", "not allowed"),
        ],
    )
    def test_anything_else_is_refused(self, db, name, data, message):
        media = Media(title="A", type="video", duration=1, file=SimpleUploadedFile(name, data))
        with pytest.raises(ValidationError, match=message):
            media.full_clean()

    def test_film_is_added_in_the_admin(self, editor_client):
        file = SimpleUploadedFile("a.webm", b"\x1aE\xdf\xa3 and more")
        fields = {"title": "Night", "file": file, "duration": "6", "tags": ""}
        response = editor_client.post(reverse("wagtailmedia:add", args=["video"]), fields)
        assert response.status_code == 302, response.context["form"].errors
        media = Media.objects.get()
        assert (media.title, media.type, media.sources[0]["type"]) == (
            *("Night", "video", "video/webm"),
        )

    def test_page_in_a_films_clothes_is_refused_in_the_admin(self, editor_client):
        file = SimpleUploadedFile("a.webm", b"<!doctype html>")
        fields = {"title": "Night", "file": file, "duration": "6", "tags": ""}
        response = editor_client.post(reverse("wagtailmedia:add", args=["video"]), fields)
        assert "not what its name says" in response.content.decode()
        assert not Media.objects.exists()


class TestWordsInTheAdmin:
    url = "wagtailsnippets_multimedia_track"

    def add(self, client, film, text="", upload=None, **fields):
        fields = {"recording": film.pk, "language": "en", "kind": "captions", "text": text} | fields
        if upload is not None:
            fields["upload"] = SimpleUploadedFile("a.vtt", upload)
        return client.post(reverse(f"{self.url}:add"), fields)

    def test_captions_come_from_a_file(self, film, editor_client):
        assert self.add(editor_client, film, upload=CAPTIONS.encode()).status_code == 302
        assert Track.objects.get().reading.cues[0].plain == "The ferry leaves."

    def test_mistakes_are_told_by_their_lines(self, film, editor_client):
        text = "WEBVTT\n\n00:01,000 --> 00:04,000\nHello\n"
        page = self.add(editor_client, film, text=text).content.decode()
        assert "Line 3: Write times with a point, not a comma" in page
        assert not Track.objects.exists()

    def test_wrong_encoding_is_told(self, film, editor_client):
        page = self.add(editor_client, film, upload="WEBVTT é".encode("latin-1")).content.decode()
        assert "Line 1 is not in UTF-8" in page

    def test_nothing_is_not_enough(self, film, editor_client):
        assert "Write a text or choose a file." in self.add(editor_client, film).content.decode()

    def test_each_language_once(self, film, editor_client):
        self.add(editor_client, film, text=CAPTIONS)
        page = self.add(editor_client, film, text=CAPTIONS).content.decode()
        assert "words of this kind in this language already" in page

    def test_transcript_is_plain_text(self, film, editor_client):
        self.add(editor_client, film, text="A voice: hello.", kind="transcript")
        assert Track.objects.get().kind == "transcript"

    def test_warnings_and_cues_are_shown(self, film, editor_client):
        fast = "WEBVTT\n\n00:01.000 --> 00:01.500\nMuch too fast for anybody\n"
        track = Track.objects.create(recording=film, language="en", text=fast)
        page = editor_client.get(reverse(f"{self.url}:edit", args=[track.pk])).content.decode()
        assert "Line 3: 50 characters in a second are too fast to read" in page
        assert "Much too fast for anybody</td>" in page
