"""A translation that is longer than its field is said to be so, and breaks nothing."""

import json
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

LONG = "ع" * 256


@pytest.fixture
def write(log_in, chief, translation):
    """A function that types a translation in the editor; returns its answer."""
    client = log_in(chief)

    def write(text, path="title"):
        segment = StringSegment.objects.get(source=translation.source, context__path=path)
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        form = "application/x-www-form-urlencoded"
        response = client.put(url, urlencode({"value": text}), content_type=form)
        assert response.status_code in (200, 201)
        return json.loads(response.content)

    return write


def test_editor_says_at_once_that_a_title_is_too_long(write):
    answer = write(LONG)
    assert answer["error"] == "Too long: 256 characters where there is room for 255."
    assert write("عنوان")["error"] is None


def test_title_that_is_too_long_does_not_reach_the_page(write, translation, client):
    write(LONG)
    page = translation.get_target_instance()
    for _time in range(2):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.post(url, {"action": "publish"}, follow=True)
        assert response.status_code == 200
    assert "Too long: 256 characters" in response.content.decode()
    page.refresh_from_db()
    assert page.title == "A letter about rivers"


def test_translation_with_a_title_that_is_too_long_is_not_handed_to_review(
    write, translate, translation, client
):
    translate(translation)
    write(LONG)
    url = reverse("translating_review", args=[translation.pk])
    response = client.post(url, follow=True)
    assert "1 text is not translated yet." in response.content.decode()


def test_page_is_previewed_with_a_title_that_is_too_long(write, translation, client):
    write(LONG)
    url = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    assert client.get(url).status_code == 200


def test_long_text_stored_by_another_program_is_marked_too(translation):
    segment = StringSegment.objects.get(source=translation.source, context__path="title")
    stored = StringTranslation.objects.create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        data=LONG,
    )
    assert stored.get_error() == "Too long: 256 characters where there is room for 255."


def test_title_of_the_draft_is_shown_as_text(write, translation):
    write("قانون &amp; نظام")
    assert translation.get_target_instance().draft_title == "قانون & نظام"
    write(LONG)
    assert translation.get_target_instance().draft_title == "قانون & نظام"


def test_description_for_search_engines_has_the_room_of_its_field(write):
    assert write("ع" * 301, "summary")["error"].startswith("Too long: 301 characters")
