"""Recordings stored before they were cleaned on their way in are cleaned by a command."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from multimedia.models import Media, MediaVersion
from tests.test_multimedia.recordings import m4a, mp4, secrets_in, wav

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    """A film that is stored as it came, with another format and an earlier file."""
    film = Media.objects.create(
        title="Night",
        type="video",
        duration=6,
        file=ContentFile(mp4(), "a.mp4"),
        other_file=ContentFile(m4a(), "b.m4a"),
    )
    earlier = ContentFile(wav(), "earlier.wav")
    MediaVersion.objects.create(recording=film, file=earlier, size=len(wav()))
    return film


@pytest.fixture
def clean(django_capture_on_commit_callbacks):
    """A function that runs the command and returns what it says."""

    def run(*options):
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("clean_recordings", *options, stdout=out, stderr=out)
        return out.getvalue()

    return run


def told(stored):
    return [path for path, data in stored().items() if secrets_in(data)]


def test_secrets_go_from_all_files_of_a_recording(film, clean, stored):
    assert len(told(stored)) == 3
    address = film.url
    assert "cleaned: 3, clean already: 0" in clean()
    assert told(stored) == []
    assert len(stored()) == 3
    film.refresh_from_db()
    assert film.url == address
    assert film.file.size == len(mp4())
    assert film.versions.get().file.size == len(wav())
    assert "cleaned: 0, clean already: 3" in clean()


def test_nothing_is_changed_by_looking(film, clean, stored):
    before = stored()
    assert "would be cleaned: 3" in clean("--dry-run")
    assert stored() == before


def test_what_cannot_be_read_is_named_by_its_number_and_stops_nothing(film, clean, stored):
    broken = Media.objects.create(
        title="Jane", type="audio", duration=6, file=ContentFile(b"ID3", "jane.mp3")
    )
    film.file.storage.delete(film.file.name)
    said = clean()
    assert f"recording {broken.pk} (file): refused" in said
    assert f"recording {film.pk} (file): missing" in said
    assert "jane" not in said.lower()
    assert "cleaned: 2, clean already: 0, cannot be read: 1, file missing: 1" in said
    assert told(stored) == []
