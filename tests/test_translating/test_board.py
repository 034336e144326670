"""The board shows how far each text is in each language, to those who work in it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from home.models import SourceText
from translating.languages import languages_of, translators_of
from translating.models import Assignment

BOARD = "/admin/translations/"


def cells(response):
    """The board as {title: {language code: cell}}."""
    return {
        row.title: {cell.locale.language_code: cell for cell in row.cells}
        for row in response.context["rows"]
    }


def state(response, code="ar", title="A letter about rivers"):
    return cells(response)[title][code].state


def test_text_that_nobody_translates_is_missing(log_in, chief, letter, arabic):
    response = log_in(chief).get(BOARD)
    assert state(response) == "missing"
    assert cells(response)["A letter about rivers"]["en"].state is None


def test_share_of_translated_texts_is_shown(log_in, chief, translation, translate):
    translate(translation, 2)
    response = log_in(chief).get(BOARD)
    assert state(response) == "progress"
    cell = cells(response)["A letter about rivers"]["ar"]
    assert cell.percent == 100 * 2 // translation.get_progress()[0]
    assert f"In progress, {cell.percent} %" in response.content.decode()


def test_translation_before_a_reviewer_awaits_review(log_in, chief, translation, translate):
    translate(translation)
    log_in(chief).post(f"{BOARD}{translation.pk}/review/")
    response = log_in(chief).get(BOARD)
    assert state(response) == "review"


def test_published_translation_is_published(log_in, chief, translation, translate):
    translate(translation)
    translation.get_target_instance().save_revision().publish()
    assert state(log_in(chief).get(BOARD)) == "published"


@pytest.fixture
def change_words():
    """A function that publishes a letter with other words, some days ago."""

    def change_words(letter, days=0):
        letter = type(letter).objects.get(pk=letter.pk)
        letter.body = [{"type": "text", "value": "<p>The rivers are dry.</p>"}]
        letter.save_revision().publish()
        moment = timezone.now() - timedelta(days=days, hours=1)
        SourceText.objects.filter(page=letter.pk).update(changed_at=moment)

    return change_words


def test_translation_of_other_words_is_days_behind(
    log_in, chief, letter, translation, change_words
):
    translation.get_target_instance().save_revision().publish()
    change_words(letter, days=3)
    response = log_in(chief).get(BOARD)
    assert state(response) == "behind"
    assert "Behind by 3 days" in response.content.decode()
    behind = log_in(chief).get(f"{BOARD}{translation.pk}/").content.decode()
    assert "Words of the source changed after this translation was published." in behind


def test_change_that_touches_no_word_leaves_translations_as_they_are(
    log_in, chief, letter, translation
):
    translation.get_target_instance().save_revision().publish()
    letter = type(letter).objects.get(pk=letter.pk)
    letter.countries = ["TH"]
    letter.signatories[0].value["names"].pop()
    letter.save_revision().publish()
    assert state(log_in(chief).get(BOARD)) == "published"
    assert set(cells(log_in(chief).get(BOARD, {"state": "behind"}))) == set()


@pytest.mark.parametrize("wanted", ["missing", "progress", "review", "published", "behind"])
def test_filter_by_state_finds_what_the_cells_say(
    wanted, log_in, chief, make_letter, arabic, thai, translate, change_words
):
    letters = {
        name: make_letter(["Sample Union"], title=name, slug=f"letter-{name}")
        for name in ["missing", "progress", "review", "published", "behind"]
    }
    client = log_in(chief)
    pages = [letter.pk for name, letter in letters.items() if name != "missing"]
    client.post(f"{BOARD}submit/", {"pages": pages, "languages": ["ar", "th"], "confirmed": "1"})
    for name in ["review", "published", "behind"]:
        for translation in Translation.objects.filter(
            source__object_id=letters[name].translation_key
        ):
            translate(translation)
            target = translation.get_target_instance()
            if name == "review":
                client.post(f"{BOARD}{translation.pk}/review/")
            else:
                target.save_revision().publish()
    change_words(letters["behind"])
    query = {"language": "ar", "state": wanted, "kind": "letters.openletterpage"}
    assert set(cells(client.get(BOARD, query))) == {wanted}
    assert {state(client.get(BOARD, query), title=wanted)} == {wanted}


def test_search_and_type_narrow_the_board_down(log_in, chief, letter, make_letter, arabic):
    make_letter(["Sample Union"], title="A letter about roads")
    client = log_in(chief)
    assert set(cells(client.get(BOARD, {"q": "ROADS"}))) == {"A letter about roads"}
    found = cells(client.get(BOARD, {"kind": "letters.letterindexpage"}))
    assert set(found) == {"Letters"}
    assert "No text is like that" in client.get(BOARD, {"q": "nowhere"}).content.decode()


def test_board_lists_other_translatable_texts(log_in, chief, arabic):
    from home.models import Theme

    theme = Theme.objects.create(name="Rivers", slug="rivers", locale=Locale.get_default())
    response = log_in(chief).get(BOARD, {"kind": "home.theme"})
    assert state(response, title="Rivers") == "missing"
    theme.copy_for_translation(arabic).save()
    response = log_in(chief).get(BOARD, {"kind": "home.theme"})
    assert state(response, title="Rivers") == "published"


def test_translator_sees_only_their_languages(log_in, make_user, letter, arabic, thai):
    user = make_user("noor", locale=arabic)
    assert [locale.language_code for locale in languages_of(user)] == ["ar"]
    response = log_in(user).get(BOARD)
    assert list(cells(response)["A letter about rivers"]) == ["ar"]
    assert [locale.language_code for locale in response.context["locales"]] == ["ar"]


def test_who_edits_from_the_root_on_has_all_languages(make_user, chief, arabic, thai):
    assert len(languages_of(chief)) == 3
    editor = make_user("ed")
    assert languages_of(editor) == []
    from django.contrib.auth.models import Permission
    from wagtail.models import GroupPagePermission

    GroupPagePermission.objects.create(
        group=editor.groups.get(),
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(codename="change_page"),
    )
    editor = type(editor).objects.get(pk=editor.pk)
    assert len(languages_of(editor)) == 3


def test_translators_of_a_language_are_found(make_user, chief, arabic, thai):
    noor = make_user("noor", locale=arabic)
    make_user("somchai", locale=thai)
    assert set(translators_of(arabic)) == {noor, chief}


def test_staff_without_a_language_have_no_desk(log_in, make_user, letter):
    assert log_in(make_user("press")).get(BOARD).status_code == 302


def test_translator_does_not_learn_of_drafts(log_in, make_user, make_letter, arabic, chief):
    draft = make_letter(["Sample Union"], title="Not yet told", publish=False)
    user = make_user("noor", locale=arabic)
    assert "Not yet told" not in cells(log_in(user).get(BOARD))
    log_in(chief).post(
        f"{BOARD}submit/", {"pages": [draft.pk], "languages": ["ar"], "confirmed": "1"}
    )
    assert "Not yet told" in cells(log_in(user).get(BOARD))


def test_board_shows_who_does_it_and_finds_their_pages(
    log_in, chief, make_user, letter, make_letter, arabic
):
    make_letter(["Sample Union"], title="A letter about roads")
    user = make_user("noor", locale=arabic)
    yesterday = timezone.localdate() - timedelta(days=1)
    Assignment.objects.create(page=letter, locale=arabic, user=user, by=chief, due=yesterday)
    response = log_in(chief).get(BOARD, {"person": user.pk})
    assert set(cells(response)) == {"A letter about rivers"}
    assert "Noor" in response.content.decode()
    assert "overdue" in response.content.decode()


def test_number_of_queries_does_not_grow_with_the_board(
    log_in, chief, make_letter, arabic, thai, queries_of
):
    client = log_in(chief)

    def fill(count):
        for number in range(count):
            slug = f"l-{count}-{number}"
            page = make_letter(["Sample Union"], title=slug, slug=slug)
            data = {"pages": [page.pk], "languages": ["ar"], "confirmed": "1"}
            client.post(f"{BOARD}submit/", data)
        client.get(BOARD)  # shows the messages
        return queries_of(lambda: client.get(BOARD))

    few, many = fill(2), fill(12)
    assert len(many) == len(few) <= 25, many


def test_board_is_paginated(log_in, chief, make_letter, arabic, monkeypatch):
    monkeypatch.setattr("translating.board_views.PER_PAGE", 2)
    for number in range(3):
        make_letter(["Sample Union"], title=f"Letter {number}", slug=f"l{number}")
    response = log_in(chief).get(BOARD, {"kind": "letters.openletterpage"})
    assert list(cells(response)) == ["Letter 2", "Letter 1"]
    assert "Page 1 of 2" in response.content.decode()
    response = log_in(chief).get(BOARD, {"kind": "letters.openletterpage", "p": 2})
    assert list(cells(response)) == ["Letter 0"]
