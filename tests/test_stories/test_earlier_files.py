"""Replacing the file of a recording keeps its address and its history."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from multimedia.models import MediaVersion
from multimedia.uploads.media import strip_media
from multimedia.versions import actions
from tests.test_multimedia.recordings import element, mp4, webm


def clean(file, kind):
    """A file of which nothing has to be taken out."""
    data = io.BytesIO(file)
    strip_media(data, kind)
    return data.getvalue()


FIRST, SECOND = b"\x1aE\xdf\xa3\0 the first", clean(webm(), "webm")
MP4 = clean(mp4(), "mp4")


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def film(make_media):
    return make_media(data=FIRST, title="Ferry")


@pytest.fixture
def replace(editor_client, film, django_capture_on_commit_callbacks):
    """A function that sends the form of the film with other files."""

    def post(**files):
        data = {"title": "Ferry", "duration": "6", "tags": "", "collection": film.collection_id}
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor_client.post(
                reverse("wagtailmedia:edit", args=[film.pk]), data | files, follow=True
            )
        assert "could not be saved" not in answer.content.decode()
        film.refresh_from_db()

    return post


def upload(data, name="new.webm"):
    return SimpleUploadedFile(name, data)


def body(client, address):
    return b"".join(client.get(address).streaming_content)


def files():
    from django.conf import settings

    return sorted(path.read_bytes() for path in Path(settings.MEDIA_ROOT, "media").iterdir())


def test_address_stays_whatever_the_new_file_is_called(film, replace, editor_client):
    before = film.url
    replace(file=upload(SECOND))
    assert film.url == before
    assert body(editor_client, before) == SECOND
    replace(file=upload(MP4, "new.mp4"))
    answer = editor_client.get(before)
    assert answer["Content-Type"] == "video/mp4"
    assert b"".join(answer.streaming_content) == MP4


def test_player_in_the_midst_of_the_old_file_starts_anew(film, replace, editor_client):
    def status(**headers):
        answer = editor_client.get(film.url, headers=headers)
        if answer.streaming:
            list(answer.streaming_content)
        return answer.status_code

    answer = editor_client.get(film.url)
    list(answer.streaming_content)
    etag = answer["ETag"]
    part = {"range": "bytes=2-3", "if-range": etag}
    assert status(**part) == 206
    assert status(**{"if-none-match": etag}) == 304
    replace(file=upload(SECOND))
    assert status(**part) == 200
    assert status(**{"if-none-match": etag}) == 200


def test_earlier_file_is_listed_seen_and_brought_back(film, replace, editor_client):
    replace(file=upload(SECOND))
    version = film.versions.get()
    assert version.replaced_by.username == "editor"
    edit = editor_client.get(reverse("wagtailmedia:edit", args=[film.pk])).content.decode()
    address = reverse("multimedia_versions", args=[film.pk])
    assert address in edit
    assert "1 earlier file" in edit
    earlier = reverse("multimedia_version", args=[version.pk])
    assert earlier in editor_client.get(address).content.decode()
    assert body(editor_client, earlier) == FIRST
    answer = editor_client.post(address, {"version": version.pk}, follow=True)
    assert "the recording&#x27;s again" in answer.content.decode()
    film.refresh_from_db()
    assert body(editor_client, film.url) == FIRST
    assert editor_client.get(earlier, follow=True).status_code == 404
    assert files() == [FIRST, SECOND]


def test_second_file_has_a_history_too(film, replace, editor_client):
    replace(other_file=upload(MP4, "other.mp4"))
    assert body(editor_client, film.address(2)) == MP4
    address = film.address(2)
    replace(**{"other_file-clear": "on"})
    assert body(editor_client, address) == FIRST  # leads to what there is
    version = film.versions.get()
    editor_client.post(reverse("multimedia_versions", args=[film.pk]), {"version": version.pk})
    film.refresh_from_db()
    assert body(editor_client, film.address(2)) == MP4


def test_form_with_an_error_replaces_nothing(film, editor_client):
    data = {"title": "", "duration": "6", "tags": "", "file": upload(SECOND)}
    editor_client.post(reverse("wagtailmedia:edit", args=[film.pk]), data)
    film.refresh_from_db()
    assert not film.versions.exists()
    assert body(editor_client, film.url) == FIRST
    assert files() == [FIRST]


def test_saving_without_a_new_file_keeps_no_version(film, replace):
    replace()
    assert not film.versions.exists()


def test_only_the_newest_files_are_kept(film, replace, monkeypatch):
    monkeypatch.setattr(actions, "KEPT", 2)
    for number in range(4):
        replace(file=upload(SECOND + element("ec", bytes(number))))
    assert film.versions.count() == 2
    assert len(files()) == 3


def test_earlier_files_are_for_those_who_may_change_the_recording(film, replace):
    replace(file=upload(SECOND))
    for address in (
        reverse("multimedia_versions", args=[film.pk]),
        reverse("multimedia_version", args=[film.versions.get().pk]),
    ):
        assert Client().get(address).status_code == 302


def test_files_of_a_deleted_recording_go_with_it(film, replace, django_capture_on_commit_callbacks):
    replace(file=upload(SECOND), other_file=upload(MP4, "other.mp4"))
    with django_capture_on_commit_callbacks(execute=True):
        film.delete()
    assert not MediaVersion.objects.exists()
    assert files() == []
