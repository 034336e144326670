"""Names are never translated: every language shows those of the page first written."""

import json

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from letters.models import OpenLetterPage


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def letter(make_letter):
    return make_letter(["Sample Union of Aruvia", "اتحاد أروفيا"], anonymous_count=2)


@pytest.fixture
def translation(letter, arabic):
    page = letter.copy_for_translation(arabic)
    page.title = "رسالة"
    page.save_revision().publish()
    return OpenLetterPage.objects.get(pk=page.pk)


def raws(letter):
    return [entry.raw for names in letter.signatory_lists for entry in names.signatories]


def remove_last_name(letter):
    block = letter.signatories[0]
    block.value["names"].pop()
    letter.save_revision().publish()


def test_translation_shows_the_names_of_its_source(letter, translation):
    translation.signatories = []
    translation.save()
    assert raws(OpenLetterPage.objects.get(pk=translation.pk)) == raws(letter)


def test_withdrawn_name_is_gone_from_every_copy(letter, translation):
    TranslationSource.get_or_create_from_instance(letter)
    remove_last_name(letter)
    stored = OpenLetterPage.objects.get(pk=translation.pk)
    source = TranslationSource.objects.get(object_id=letter.translation_key)
    for text in (
        json.dumps(stored.signatories.get_prep_value(), ensure_ascii=False),
        json.dumps(
            translation.latest_revision.__class__.objects.get(
                pk=translation.latest_revision_id
            ).content,
            ensure_ascii=False,
        ),
        json.dumps(json.loads(source.content_json), ensure_ascii=False),
    ):
        assert "Sample Union of Aruvia" in text
        assert "اتحاد أروفيا" not in text


def test_publishing_a_translation_changes_nothing_in_the_source(letter, translation):
    OpenLetterPage.objects.filter(pk=translation.pk).update(signatories=[])
    OpenLetterPage.objects.get(pk=translation.pk).save_revision().publish()
    assert raws(OpenLetterPage.objects.get(pk=letter.pk)) == raws(letter) != []


def test_translators_are_offered_no_name(letter, arabic, editor_client):
    source, _created = TranslationSource.update_or_create_from_instance(letter)
    Translation.objects.create(source=source, target_locale=arabic)
    strings = list(source.stringsegment_set.values_list("string__data", flat=True))
    assert "A letter" in strings
    assert not [text for text in strings if "Aruvia" in text or "أروفيا" in text]


def test_editor_of_a_translation_points_to_the_source(letter, translation, editor_client):
    response = editor_client.get(f"/admin/pages/{translation.pk}/edit/")
    html = response.content.decode()
    assert response.status_code == 200
    assert f"../../{letter.pk}/edit/" in html
    assert 'name="anonymous_count"' not in html
    assert (
        'name="anonymous_count"'
        in editor_client.get(f"/admin/pages/{letter.pk}/edit/").content.decode()
    )


def test_editor_of_a_translation_says_where_the_names_are_kept(letter, translation, editor_client):
    notice = f'<a href="../../{letter.pk}/edit/">the letter in English</a>; change them there.'
    for page, is_shown in ((letter, False), (translation, True)):
        html = editor_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert (notice in html) is is_shown
