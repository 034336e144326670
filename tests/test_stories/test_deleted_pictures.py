"""A picture that was deleted does not stand in the way of translators."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage, StandardPage


@pytest.fixture
def arabic(home, story_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, story_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def image(make_image):
    return make_image()


def chosen(image):
    return {"image": image.pk, "decorative": False, "alt_text": "Nets at dawn"}


@pytest.fixture(params=["scene", "picture", "purpose"])
def page(request, home, make_story, image):
    """A page that shows the picture, in a story, in a text or on a home page."""
    if request.param == "scene":
        return make_story(
            ("scene", {"picture": chosen(image), "loop": None, "title": "Night", "text": "Dark."})
        )
    if request.param == "picture":
        body = [{"type": "picture", "value": {"image": chosen(image), "caption": "Night"}}]
        page = home.add_child(instance=StandardPage(title="Boats", body=body))
    else:
        page = HomePage.objects.get(pk=home.pk)
        value = {"title": "Purpose", "text": "", "picture": chosen(image), "link": {}}
        page.sections = [{"type": "purpose", "value": value}]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def translation(page, arabic):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=arabic)


def test_translation_is_saved_after_its_picture_was_deleted(translation, image):
    image.delete()
    translation.save_target(publish=True)
    target = translation.get_target_instance()
    assert target.latest_revision
    # The words go with the picture.
    assert "Nets at dawn" not in str(target.latest_revision.content)


def test_words_are_given_to_translators_anew_without_the_picture(translation, image):
    image.delete()
    translation.source.update_from_db()
    translation.save_target(publish=True)
    assert translation.get_target_instance().latest_revision


def test_page_without_its_picture_is_published_and_submitted_again(page, image, arabic):
    image.delete()
    page = type(page).objects.get(pk=page.pk)
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    translation.save_target(publish=True)


def test_page_and_its_editor_open_without_the_picture(page, image, client, editor_client):
    image.delete()
    assert client.get(page.url).status_code == 200
    assert editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_translator_opens_the_editor_without_the_picture(translation, image, editor_client):
    translation.save_target(publish=True)
    image.delete()
    translation.source.update_from_db()
    url = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert editor_client.get(url).status_code == 200
