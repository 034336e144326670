"""A recording is for everybody once a page that everybody may read shows it; not before."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from multimedia.models import Track


@pytest.fixture
def film(make_media):
    film = make_media(no_speech=True)
    Track.objects.create(recording=film, language="en", kind="transcript", text="A ferry.")
    Track.objects.create(
        recording=film, language="en", text="WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry.\n"
    )
    return film


def video(film):
    return "video", {"video": film.pk, "title": "The crossing", "caption": ""}


def statuses(film, client=None):
    """The answers to whoever asks for the film and for its captions."""
    addresses = [film.url, film.tracks.get(kind="captions").url]
    return {ask(address, client).status_code for address in addresses}


def ask(address, client=None):
    """The answer to whoever asks for an address, read to its end."""
    answer = (client or Client()).get(address)
    if answer.streaming:
        list(answer.streaming_content)
    return answer


def test_recording_that_no_page_shows_is_for_staff(film, editor_client):
    assert statuses(film) == {404}
    assert statuses(film, editor_client) == {200}
    assert ask(film.url, editor_client)["Cache-Control"] == "private, no-store"


def test_recording_of_a_draft_is_for_staff(film, make_story, editor_client):
    make_story(video(film), publish=False).save_revision()
    assert statuses(film) == {404}
    assert statuses(film, editor_client) == {200}


def test_recording_in_a_new_version_of_a_public_page_is_for_staff(film, make_story):
    story = make_story(("heading", "Night"))
    story.chapters = [dict(zip(("type", "value"), video(film), strict=True))]
    revision = story.save_revision()
    assert statuses(film) == {404}
    revision.publish()
    assert statuses(film) == {200}


def test_recording_of_a_public_page_is_for_everybody_and_sets_no_cookie(film, make_story):
    make_story(video(film))
    answer = ask(film.url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, no-cache"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_page_that_is_taken_back_takes_its_recording_along(film, make_story):
    story = make_story(video(film))
    story.unpublish()
    assert statuses(film) == {404}


def test_recording_of_a_private_page_is_for_those_who_may_read_it(
    film, make_story, django_user_model
):
    story = make_story(video(film))
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert statuses(film) == {404}
    reader = Client()
    reader.force_login(django_user_model.objects.create_user("reader"))
    assert statuses(film, reader) == {200}


def test_somebody_who_merely_logs_in_sees_no_drafts(film, make_story, django_user_model):
    make_story(video(film), publish=False)
    reader = Client()
    reader.force_login(django_user_model.objects.create_user("reader"))
    assert statuses(film, reader) == {404}


def test_described_version_goes_with_its_film(film, make_media, make_story):
    described = make_media(title="Described")
    film.described_version = described
    film.save()
    assert ask(described.url).status_code == 404
    make_story(video(film))
    assert ask(described.url).status_code == 200


def test_loop_and_voice_are_found_too(film, make_image, make_media, make_story):
    voice = make_media("audio")
    picture = {"image": make_image().pk, "decorative": True, "alt_text": ""}
    make_story(
        ("scene", {"picture": picture, "loop": film.pk, "title": "", "text": ""}),
        ("voice_quote", {"text": "Words.", "speaker": "", "role": "", "voice": voice.pk}),
    )
    assert statuses(film) == {200}
    assert ask(voice.url).status_code == 200


def test_film_behind_a_content_notice_is_found_too(film, make_story):
    covered = [{"type": "video", "value": video(film)[1]}]
    make_story(("content_notice", {"notice": "An arrest.", "content": covered}))
    assert statuses(film) == {200}
