"""Recordings: how they are served, what may be uploaded, what the editor says about words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from multimedia.models import Media, Track
from tests.test_multimedia.recordings import mp3, mp4, wav, webm

CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry leaves.\n"
DATA = bytes(range(256)) * 8


@pytest.fixture
def film(make_media):
    return make_media(data=DATA, no_speech=True)


@pytest.fixture
def shown_film(film, make_story):
    """A film that a published story shows."""
    Track.objects.create(recording=film, language="en", kind="transcript", text="A ferry.")
    make_story(("video", {"video": film.pk, "title": "The crossing", "caption": ""}))
    return film


def body(response):
    return b"".join(response.streaming_content)


class TestServing:
    def test_whole_file_with_its_own_type(self, shown_film, client):
        response = client.get(shown_film.url)
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
    def test_player_gets_the_part_it_asks_for(self, shown_film, client, asked, first, last):
        response = client.get(shown_film.url, headers={"range": asked, "accept-encoding": "gzip"})
        assert response.status_code == 206
        assert response["Content-Range"] == f"bytes {first}-{last}/2048"
        assert response["Content-Length"] == str(last - first + 1)
        assert not response.has_header("Content-Encoding")
        assert body(response) == DATA[first : last + 1]

    @pytest.mark.parametrize("asked", ["bytes=2048-", "bytes=5-4", "bytes=-0"])
    def test_part_that_is_not_there(self, shown_film, client, asked):
        response = client.get(shown_film.url, headers={"range": asked})
        assert response.status_code == 416
        assert response["Content-Range"] == "bytes */2048"

    @pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=-"])
    def test_anything_else_is_answered_with_the_whole(self, shown_film, client, asked):
        response = client.get(shown_film.url, headers={"range": asked})
        assert (response.status_code, body(response)) == (200, DATA)

    def test_only_the_library_is_served(self, shown_film, client):
        assert client.get(f"/media/recordings/{shown_film.pk + 1}/1.webm").status_code == 404
        assert client.get(f"/media/{shown_film.file.name}", follow=True).status_code == 404

    def test_name_of_the_file_is_kept_nowhere(self, shown_film):
        assert "film" not in shown_film.file.name
        assert "film" not in shown_film.url

    def test_deleted_file_is_not_found(self, shown_film, client):
        shown_film.file.storage.delete(shown_film.file.name)
        assert client.get(shown_film.url).status_code == 404

    def test_captions_are_text_for_players(self, shown_film, client):
        track = Track.objects.create(recording=shown_film, language="en", text=CAPTIONS)
        response = client.get(track.url)
        assert response["Content-Type"] == "text/vtt; charset=utf-8"
        assert response.content.decode() == CAPTIONS

    def test_transcripts_are_part_of_the_story_and_no_file(self, shown_film, client):
        track = shown_film.tracks.get(kind="transcript")
        assert client.get(track.url).status_code == 404


class TestUploads:
    def add(self, client, kind, **files):
        """Send the form of a new recording; returns its errors."""
        fields = {"title": "Night", "duration": "6", "tags": ""} | files
        response = client.post(reverse("wagtailmedia:add", args=[kind]), fields)
        return {} if response.status_code == 302 else response.context["form"].errors

    @pytest.mark.parametrize(
        ("name", "data", "kind"),
        [
            ("a.webm", webm(), "video"),
            ("a.mp4", mp4(), "video"),
            ("a.mp3", mp3(), "audio"),
            ("a.wav", wav(), "audio"),
        ],
    )
    def test_what_is_what_it_says_is_taken(self, editor_client, name, data, kind):
        assert self.add(editor_client, kind, file=SimpleUploadedFile(name, data)) == {}
        media = Media.objects.get()
        assert (media.title, media.type, media.sources[0]["src"]) == ("Night", kind, media.url)

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            ("a.webm", b"<!doctype html><script>", "nothing that browsers play"),
            ("a.mp4", b"MZ\x90\0", "nothing that browsers play"),
            ("a.webm", b"", "empty"),
            ("a.webm", b"\x1aE\xdf\xa3 of another kind", "nothing that browsers play"),
            ("a.mp4", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", "nothing that browsers play"),
            ("a.mp3", b"ID3", "This is sound, not film."),
            ("a.html", b"<p>", "these: MP4, WEBM."),
        ],
    )
    def test_anything_else_is_refused(self, editor_client, name, data, message):
        for field in ("file", "other_file"):
            good = {"file": SimpleUploadedFile("a.webm", webm())}
            files = good | {field: SimpleUploadedFile(name, data)}
            assert message in str(self.add(editor_client, "video", **files)[field])
        assert not Media.objects.exists()

    def test_second_file_goes_with_its_recording(
        self, editor_client, django_capture_on_commit_callbacks
    ):
        files = {
            "file": SimpleUploadedFile("a.webm", webm()),
            "other_file": SimpleUploadedFile("a.mp4", mp4()),
        }
        assert self.add(editor_client, "video", **files) == {}
        media = Media.objects.get()
        assert [source["type"] for source in media.sources] == ["video/webm", "video/mp4"]
        storage, names = media.file.storage, [media.file.name, media.other_file.name]
        with django_capture_on_commit_callbacks(execute=True):
            media.delete()
        assert [storage.exists(name) for name in names] == [False, False]


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
