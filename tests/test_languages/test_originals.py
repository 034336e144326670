"""A list in a language with few translations shows the originals too, marked as such."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction

from home.models import Theme


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def letters(make_letter):
    return [make_letter(title=f"Letter {n}", date=date(2026, 1, n)) for n in (1, 2, 3)]


@pytest.fixture
def read(client):
    def get(url="/ar/letters/"):
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def translate(page, locale, title):
    copy = page.copy_for_translation(locale)
    copy.title = title
    copy.save_revision().publish()
    return copy


def entries(tree):
    return [
        (title.a.string, title.a["href"].split("/")[1], title.get("lang"))
        for title in tree.select(".entry-title")
    ]


def test_untranslated_texts_stand_in_their_own_language_and_none_twice(letters, arabic, read):
    translate(letters[1], arabic, "رسالة")
    tree = read()
    assert entries(tree) == [
        ("Letter 3", "en", "en"),
        ("رسالة", "ar", None),
        ("Letter 1", "en", "en"),
    ]
    marks = [mark.bdi.string for mark in tree.select(".entry .meta") if mark.bdi]
    assert marks == ["English", "English"]


def test_translations_are_not_in_the_list_of_originals(letters, arabic, read):
    translate(letters[0], arabic, "رسالة")
    assert [code for _title, code, _lang in entries(read("/en/letters/"))] == ["en"] * 3


def test_text_first_written_elsewhere_stands_in_the_english_list(
    letters, arabic, letter_index, read
):
    from letters.models import OpenLetterPage

    index = letter_index.get_translation(arabic)
    page = OpenLetterPage(title="نداء", date=date(2026, 2, 1), locale=arabic, slug="call")
    index.add_child(instance=page)
    page.save_revision().publish()
    assert entries(read("/en/letters/"))[0] == ("نداء", "ar", "ar")


def test_drafts_and_private_originals_stay_hidden(letters, arabic, read):
    letters[0].unpublish()
    PageViewRestriction.objects.create(page=letters[1], restriction_type="login")
    letters[2].copy_for_translation(arabic)  # a draft translation leaves the original
    assert entries(read()) == [("Letter 3", "en", "en")]


def test_filters_count_what_the_list_shows(letters, arabic, read):
    theme = Theme.objects.create(name="Assembly", slug="assembly", locale=Locale.get_default())
    for letter in letters[:2]:
        letter.themes.add(theme)
        letter.save_revision().publish()
    translate(letters[0], arabic, "رسالة")
    choice = read().select_one('a[href="?theme=assembly"]')
    assert choice.span.string == "2"
    assert len(entries(read("/ar/letters/?theme=assembly"))) == 2
    years = read().select('a[href="?year=2026"]')
    assert not years or years[0].span.string == "3"


def test_parts_of_the_list_hold_every_text_once(make_letter, arabic, read):
    for number in range(1, 13):
        letter = make_letter(title=f"Letter {number}", date=date(2026, 1, number))
        if number % 2:
            translate(letter, arabic, f"رسالة {number}")
    found = [*entries(read()), *entries(read("/ar/letters/?page=2"))]
    assert len(found) == len({title for title, _code, _lang in found}) == 12


def test_copy_that_only_mirrors_the_original_is_marked_with_its_language(letters, arabic, read):
    letters[0].copy_for_translation(arabic, alias=True)
    assert entries(read())[-1] == ("Letter 1", "ar", "en")


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_the_originals(
    make_letter, arabic, client, count, django_assert_max_num_queries
):
    for number in range(count):
        make_letter(title=f"Letter {number}")
    client.get("/ar/letters/")
    with django_assert_max_num_queries(20):
        client.get("/ar/letters/")
