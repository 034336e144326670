"""A film shows a picture until it is played, and never one that must not be seen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.publishing import NotReadyError
from multimedia.care.actions import withdraw_picture
from multimedia.models import Track

NO_STILL = "The film “Ferry” has no still picture that may be shown."


@pytest.fixture
def make_film(make_media):
    """A function that makes a film with all its words."""

    def make(**fields):
        film = make_media(title="Ferry", no_speech=True, **fields)
        Track.objects.create(recording=film, language="en", kind="transcript", text="A ferry.")
        return film

    return make


def video(film):
    return "video", {"video": film.pk, "title": "The crossing", "caption": ""}


TOMORROW = timezone.localdate() + timedelta(days=1)
HIDDEN = [
    {"withdrawn_at": timezone.now()},
    {"restriction": "embargo", "embargo_until": TOMORROW},
    {"warning": "death"},
]


def test_film_without_a_still_holds_its_story_back(make_story, make_film):
    with pytest.raises(NotReadyError, match=NO_STILL):
        make_story(video(make_film(poster=None)))


@pytest.mark.parametrize("fields", HIDDEN)
def test_still_that_must_not_be_shown_holds_the_story_back(
    make_story, make_film, make_image, fields
):
    with pytest.raises(NotReadyError, match=NO_STILL):
        make_story(video(make_film(poster=make_image(**fields))))


def test_film_that_runs_behind_words_needs_none(make_story, make_media, make_image):
    picture = {"image": make_image().pk, "decorative": True, "alt_text": ""}
    loop = make_media(poster=None)
    make_story(("scene", {"picture": picture, "loop": loop.pk, "title": "", "text": "Night."}))


@pytest.mark.parametrize("fields", HIDDEN)
def test_still_of_a_public_story_goes_once_it_must_not_be_shown(
    make_story, make_film, make_image, read, fields
):
    image = make_image()
    story = make_story(video(make_film(poster=image)))
    still = read(story.url).video["poster"]
    assert still.startswith("/media/images/")
    type(image).objects.filter(pk=image.pk).update(**fields)
    page = read(story.url)
    assert page.video["poster"] == "/static/icons/film.svg"
    assert still not in str(page)


def test_still_that_was_deleted_leaves_a_picture(make_story, make_film, make_image, read):
    image = make_image()
    story = make_story(video(make_film(poster=image)))
    withdraw_picture(image=image, by=None)
    image.delete()
    assert read(story.url).video["poster"] == "/static/icons/film.svg"
