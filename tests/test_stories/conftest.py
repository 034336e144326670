"""A site with a list of stories, and a small library of pictures and recordings."""

import io
import wave
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image as Pillow


@pytest.fixture
def read(client):
    """A function that gets an address and returns its HTML as a tree."""

    def get(url, status=200):
        response = client.get(url)
        assert response.status_code == status
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


@pytest.fixture
def make_image(db):
    """A function that puts a picture of one colour into the library."""
    from multimedia.models import Image

    def make(colour="teal", size=(1600, 1000), **fields):
        data = io.BytesIO()
        Pillow.new("RGB", size, colour).save(data, "PNG")
        file = ContentFile(data.getvalue(), name="picture.png")
        fields = {"title": "A harbour", "width": size[0], "height": size[1]} | fields
        return Image.objects.create(file=file, **fields)

    return make


def silence(seconds=1):
    """The bytes of a WAV file."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setparams((1, 1, 4000, 0, "NONE", ""))
        file.writeframes(b"\x80" * 4000 * seconds)
    return data.getvalue()


WEBM = b"\x1aE\xdf\xa3" + b"x" * 2044


@pytest.fixture
def make_media(make_image):
    """A function that puts a recording into the library; a film with a still picture."""
    from multimedia.models import Media

    def make(kind="video", data=None, **fields):
        name = {"video": "film.webm", "audio": "sound.wav"}[kind]
        data = data or {"video": WEBM, "audio": silence()}[kind]
        if kind == "video" and "poster" not in fields:
            fields["poster"] = make_image(size=(64, 36), title="A still")
        fields = {"title": f"A {kind}", "duration": 6} | fields
        return Media.objects.create(type=kind, file=ContentFile(data, name=name), **fields)

    return make


@pytest.fixture
def story_index(home):
    """The published list of stories below the home page."""
    from multimedia.models import StoryIndexPage

    page = home.add_child(instance=StoryIndexPage(title="Stories", slug="stories"))
    page.save_revision().publish()
    return page


@pytest.fixture
def make_story(story_index):
    """A function that publishes a story made of (kind, value) pairs."""
    from multimedia.models import StoryPage

    def make(*blocks, title="A story", publish=True, **fields):
        fields = {"date": date(2026, 3, 1)} | fields
        chapters = [{"type": kind, "value": value} for kind, value in blocks]
        page = StoryPage(title=title, chapters=chapters, live=publish, **fields)
        story_index.add_child(instance=page)
        if publish:
            page.save_revision().publish()
        return StoryPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def shown(make_story, read):
    """A function that publishes a story and returns its article."""

    def show(*blocks, **fields):
        return read(make_story(*blocks, **fields).url).article

    return show
