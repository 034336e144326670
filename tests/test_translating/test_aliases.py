"""Nobody makes an alias of a translation, or a translation of an alias, in front of readers
who may not publish."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

SUBMIT = "wagtail_localize.submit_translation"
SHOWN = "readers are shown the original"


def stored(page):
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def published(translation, translate):
    """The Arabic page of the letter, published."""
    translate(translation)
    target = translation.get_target_instance()
    translation.source.get_ephemeral_translated_instance(
        translation.target_locale
    ).save_revision().publish()
    return stored(target)


@pytest.fixture
def alias(letter, arabic):
    """The Arabic page of the letter, a published alias: readers see the English text."""
    return stored(letter.copy_for_translation(arabic, alias=True))


def convert(client, page):
    return client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))


def submit(client, page, *locales, **more):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    data = {"locales": [locale.pk for locale in locales], **more}
    return client.post(address, data).content.decode()


# A translation becomes an alias


def test_translator_does_not_replace_a_published_translation(
    published, make_user, log_in, arabic, letter
):
    convert(log_in(make_user("noor", locale=arabic)), published)
    assert stored(published).alias_of_id is None
    assert stored(published).title.startswith("ترجمة")


def test_who_may_publish_does(published, make_user, log_in, arabic, letter):
    convert(log_in(make_user("rana", locale=arabic, verbs=("change", "publish"))), published)
    assert stored(published).alias_of_id == letter.pk


def test_nobody_makes_an_alias_past_the_review_but_administrators(
    published, make_user, log_in, arabic, chief
):
    from roles.actions import set_up_roles

    set_up_roles()  # puts the lists of letters under a review of two steps
    convert(log_in(make_user("rana", locale=arabic, verbs=("change", "publish"))), published)
    assert stored(published).alias_of_id is None
    convert(log_in(chief), published)
    assert stored(published).alias_of_id


def test_locked_translation_stays(published, make_user, log_in, arabic, chief):
    Page.objects.filter(pk=published.pk).update(locked=True, locked_by=chief)
    convert(log_in(make_user("rana", locale=arabic, verbs=("change", "publish"))), published)
    assert stored(published).alias_of_id is None


# An alias becomes a translation


def test_board_leaves_public_aliases_as_they_are_and_says_so(
    alias, letter, log_in, chief, arabic, thai
):
    data = {"pages": [letter.pk], "languages": ["ar", "th"], "confirmed": "1"}
    html = log_in(chief).post("/admin/translations/submit/", data, follow=True).content.decode()
    assert "1 translation was set up." in html
    assert SHOWN in html
    assert stored(alias).alias_of_id == letter.pk
    assert [item.target_locale for item in Translation.objects.all()] == [thai]


def test_form_of_one_page_does_not_take_the_language(alias, letter, log_in, chief, arabic, thai):
    html = submit(log_in(chief), letter, arabic)
    assert SHOWN in html
    assert stored(alias).alias_of_id == letter.pk
    assert not Translation.objects.exists()


def test_other_languages_are_taken(alias, letter, make_user, log_in, arabic, thai):
    submit(log_in(make_user("elin", locale=thai, permissions=[SUBMIT])), letter, thai)
    assert [item.target_locale for item in Translation.objects.all()] == [thai]


def test_pages_below_are_looked_at_too(
    alias, letter, letter_index, log_in, chief, arabic, django_capture_on_commit_callbacks
):
    other = stored(letter_index).get_translation(arabic)
    Page.objects.filter(pk=other.pk).update(translation_key=Page().translation_key)
    client = log_in(chief)
    with django_capture_on_commit_callbacks(execute=True):
        html = submit(client, letter_index, arabic, include_subtree="on")
    assert "A letter about rivers" in html
    assert stored(alias).alias_of_id == letter.pk


def test_alias_that_is_not_public_becomes_a_draft(alias, letter, log_in, chief, arabic):
    Page.objects.filter(pk=alias.pk).update(live=False)
    submit(log_in(chief), letter, arabic)
    assert stored(alias).alias_of_id is None
    assert not stored(alias).live


def test_wagtail_makes_no_ordinary_page_of_it_either(alias, letter, make_user, log_in, arabic):
    client = log_in(make_user("noor", locale=arabic))
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    assert SHOWN in client.post(address, follow=True).content.decode()
    assert stored(alias).alias_of_id == letter.pk


def test_wagtail_still_makes_one_of_an_alias_in_the_same_language(
    letter, letter_index, log_in, chief
):
    alias = letter.create_alias(parent=letter_index, update_slug="again")
    log_in(chief).post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    assert stored(alias).alias_of_id is None
