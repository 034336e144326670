"""A translation whose original has changed since says so to the reader."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from home.models import SourceText
from letters.models import OpenLetterPage

NOTICE = "The original of this text was changed on"


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def letter(make_letter):
    return make_letter(["Sample Union", "Harbour League"])


def reload(page):
    return OpenLetterPage.objects.get(pk=page.pk)


@pytest.fixture
def translation(letter, arabic):
    page = letter.copy_for_translation(arabic)
    page.title = "رسالة"
    page.save_revision().publish()
    return reload(page)


def change_words(letter):
    letter = reload(letter)
    letter.body = [{"type": "text", "value": "<p>We write to you again.</p>"}]
    letter.save_revision().publish()


def says_so(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return '<div class="wrap behind">' in response.content.decode()


def test_translation_is_behind_once_words_of_the_original_change(client, letter, translation):
    assert not says_so(client, translation)
    change_words(letter)
    assert says_so(client, translation)
    assert not says_so(client, letter)
    html = client.get(translation.get_url()).content.decode()
    assert f'<a href="{letter.get_url()}" hreflang="en">' in html


def test_names_dates_and_reference_numbers_are_no_change_of_words(client, letter, translation):
    letter.signatories[0].value["names"].pop()
    letter.reference = "SA-1"
    letter.anonymous_count = 3
    letter.save_revision().publish()
    assert not says_so(client, translation)


def test_publishing_the_translation_again_brings_it_up_to_date(client, letter, translation):
    change_words(letter)
    translation.save_revision().publish()
    assert not says_so(client, translation)


def test_translation_made_by_segments_is_behind_until_translators_are_given_the_change(
    client, letter, arabic, django_capture_on_commit_callbacks
):
    def publish():
        with django_capture_on_commit_callbacks(execute=True):
            translation.save_target(publish=True)

    source, _created = TranslationSource.update_or_create_from_instance(letter)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    publish()
    page = source.get_translated_instance(arabic)
    assert not says_so(client, page)
    change_words(letter)
    assert says_so(client, page)
    publish()  # as it was
    assert says_so(client, page)
    source.update_from_db()
    assert says_so(client, page)
    publish()
    assert not says_so(client, page)


def test_original_that_is_not_published_is_not_led_to(client, letter, translation):
    change_words(letter)
    reload(letter).unpublish()
    assert not says_so(client, translation)


def test_pages_of_an_older_site_are_looked_at_once(client, letter, translation):
    change_words(letter)
    SourceText.objects.all().delete()
    assert not says_so(client, translation)
    call_command("remember_words", verbosity=0)
    assert says_so(client, translation)
    call_command("remember_words", stdout=(output := StringIO()))
    assert output.getvalue() == "Read the words of 0 pages.\n"


def test_translation_of_an_older_site_that_is_up_to_date_is_not_behind(client, letter, translation):
    letter.reference = "SA-1"
    letter.save_revision().publish()
    SourceText.objects.all().delete()
    call_command("remember_words", verbosity=0)
    assert not says_so(client, translation)
