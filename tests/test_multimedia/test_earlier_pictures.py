"""Pictures stored before everything was cleaned on its way in are cleaned by a command."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from multimedia.models import Image
from tests.test_multimedia.canaries import FORMATS, png, secrets_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO file"),
]


@pytest.fixture
def store():
    """A function that stores a picture as it comes, as was done earlier."""

    def store(data, name):
        image = Image.objects.create(title=name, file=ContentFile(png(), name="a.png"))
        image.file.storage.delete(image.file.name)
        name = default_storage.save(f"original_images/{name}", ContentFile(data))
        Image.objects.filter(pk=image.pk).update(file=name)
        return Image.objects.get(pk=image.pk)

    return store


@pytest.fixture
def clean(django_capture_on_commit_callbacks):
    """A function that runs the command and returns what it says."""

    def run(*options):
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("clean_pictures", *options, stdout=out, stderr=out)
        return out.getvalue()

    return run


def told(stored):
    return {path for path, data in stored().items() if secrets_in(data)}


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_secrets_go_from_originals_and_sizes(kind, store, clean, stored):
    image = store(FORMATS[kind](), f"secret.{kind}")
    assert told(stored)
    assert "cleaned: 1, clean already: 0" in clean()
    assert not told(stored)
    image.refresh_from_db()
    assert image.file_size == image.file.size
    assert "secret" not in image.file.name
    image.get_rendition("width-20|format-webp")
    assert not told(stored)
    assert "cleaned: 0, clean already: 1" in clean()


def test_sizes_made_of_the_old_file_go(store, clean, stored):
    image = store(FORMATS["jpg"](), "secret.jpg")
    image.get_rendition("original")
    clean()
    assert not image.renditions.exists()
    assert len(stored()) == 1


def test_nothing_is_changed_by_looking(store, clean, stored):
    store(FORMATS["png"](), "secret.png")
    before = stored()
    assert "would be cleaned: 1" in clean("--dry-run")
    assert stored() == before


def test_what_cannot_be_read_is_named_by_its_number_and_stops_nothing(store, clean, stored):
    broken = store(b"<svg>", "jane.svg")
    missing = store(png(), "a.png")
    missing.file.storage.delete(missing.file.name)
    store(FORMATS["webp"](), "secret.webp")
    said = clean()
    assert f"picture {broken.pk}: refused" in said
    assert f"picture {missing.pk}: missing" in said
    assert "jane" not in said
    assert "cleaned: 1, clean already: 0, cannot be read: 1, file missing: 1" in said
    assert not told(stored)
