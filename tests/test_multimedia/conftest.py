"""A folder of stored files that is empty before each test."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """The folder of all stored files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield Path(settings.MEDIA_ROOT)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture
def stored(media):
    """A function that gives the bytes of every stored file, by name."""

    def read():
        return {str(path): path.read_bytes() for path in media.rglob("*") if path.is_file()}

    return read
