"""What is not translated is found below the rest, marked with its language."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def search(client):
    def get(query, **parameters):
        response = client.get("/ar/search/", {"q": query, **parameters})
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def translate(page, locale, title):
    copy = page.copy_for_translation(locale)
    copy.title = title
    copy.save_revision().publish()
    return copy


def elsewhere(tree):
    section = tree.select_one("section[aria-labelledby=elsewhere]")
    return [] if section is None else [title.a.string for title in section.select(".entry-title")]


def test_untranslated_page_is_found_in_its_own_language(make_letter, arabic, search):
    make_letter(title="The harbour market", summary="Of fish.")
    tree = search("harbour")
    section = tree.select_one("section[aria-labelledby=elsewhere]")
    title = section.select_one("h3.entry-title")
    assert (title["lang"], title["dir"], title.a["href"]) == (
        "en",
        "ltr",
        "/en/letters/the-harbour-market/",
    )
    assert section.select_one(".entry-text")["lang"] == "en"
    assert section.select_one("bdi[lang=en]").string == "English"
    assert "notice-title" not in str(tree.main)


def test_translated_page_is_not_found_by_the_words_of_its_original(make_letter, arabic, search):
    translate(make_letter(title="The harbour market"), arabic, "سوق الميناء")
    tree = search("harbour")
    assert elsewhere(tree) == []
    assert tree.select_one(".notice-title")


def test_text_that_exists_in_two_other_languages_is_found_once(make_letter, arabic, home, search):
    thai = Locale.objects.create(language_code="th")
    letter = make_letter(title="The harbour market")
    copy = letter.copy_for_translation(thai, copy_parents=True)
    copy.title = "harbour ตลาด"
    copy.save_revision().publish()
    assert elsewhere(search("harbour")) == ["The harbour market"]


def test_drafts_and_private_pages_are_not_found(make_letter, arabic, search):
    make_letter(title="A harbour draft", publish=False)
    hidden = make_letter(title="A harbour secret")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert elsewhere(search("harbour")) == []


def test_other_languages_come_below_the_last_part(make_letter, arabic, search, monkeypatch):
    monkeypatch.setattr("search.views.PAGE_SIZE", 2)
    for number in range(3):
        translate(make_letter(title=f"Fish {number}"), arabic, f"harbour {number}")
    make_letter(title="The harbour market")
    assert elsewhere(search("harbour")) == []
    assert elsewhere(search("harbour", page="2")) == ["The harbour market"]


@pytest.mark.parametrize("count", [1, 25])
def test_queries_do_not_grow_with_what_is_found(
    make_letter, arabic, home, search, count, django_assert_max_num_queries
):
    from home.models import StandardPage

    for number in range(count):
        make_letter(title=f"Harbour {number}")
        page = StandardPage(title=f"Harbour page {number}")
        home.add_child(instance=page)
        page.save_revision().publish()
        translate(make_letter(title=f"Fish {number}"), arabic, f"harbour {number}")
    search("harbour")
    with django_assert_max_num_queries(20):
        assert len(elsewhere(search("harbour", page=1 + (count - 1) // 20))) == min(2 * count, 20)


def test_first_written_elsewhere_is_found_from_the_english_search(
    client, arabic, letter_index, make_letter
):
    from letters.models import OpenLetterPage

    index = letter_index.get_translation(arabic)
    page = OpenLetterPage(title="نداء harbour", date=date(2026, 2, 1), locale=arabic, slug="call")
    index.add_child(instance=page)
    page.save_revision().publish()
    tree = BeautifulSoup(client.get("/en/search/?q=harbour").content.decode(), "html.parser")
    assert elsewhere(tree) == ["نداء harbour"]
    assert tree.select_one("section h3")["dir"] == "rtl"
