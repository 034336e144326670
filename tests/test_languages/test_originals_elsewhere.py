"""Publications, stories, the home page and feeds show untranslated texts as written."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from home.models import HomePage, Theme
from letters.models import LetterIndexPage, OpenLetterPage
from multimedia.models import StoryIndexPage, StoryPage
from publications.models import PublicationIndexPage, PublicationPage


def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def lists(home):
    """The three lists, by their type of entry, in English and Arabic."""
    arabic = Locale.objects.create(language_code="ar")
    home.copy_for_translation(arabic).save_revision().publish()
    made = {}
    for model, entry, slug in (
        (PublicationIndexPage, PublicationPage, "publications"),
        (StoryIndexPage, StoryPage, "stories"),
        (LetterIndexPage, OpenLetterPage, "letters"),
    ):
        made[entry] = publish(home, model(title=slug.title(), slug=slug))
        made[entry].copy_for_translation(arabic).save_revision().publish()
    return made


@pytest.fixture
def texts(lists):
    """Three texts in each list, the second of each translated into Arabic."""
    water = Theme.objects.create(name="Water", slug="water", locale=Locale.get_default())
    for model, index in lists.items():
        for number in (1, 2, 3):
            day = date(2023 + number, 1, 1)
            page = model(title=f"Text {number}", date=day, countries=["TH"], themes=[water])
            publish(index, page)
            if number == 2:
                copy = page.copy_for_translation(Locale.objects.get(language_code="ar"))
                copy.title = "نص"
                copy.save_revision().publish()


@pytest.fixture
def read(client):
    def get(url, kind="html.parser"):
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), kind)

    return get


ADDRESSES = ["/ar/publications/", "/ar/publications/?view=list", "/ar/stories/", "/ar/letters/"]


def entries(tree):
    titles = tree.select(".cover-title, .card-title, .entry-title")
    return [(title.a.string, title.get("lang"), title.get("dir")) for title in titles]


@pytest.mark.parametrize("url", ADDRESSES)
def test_list_shows_originals_once_and_marked(url, texts, read):
    tree = read(url)
    assert entries(tree) == [("Text 3", "en", "ltr"), ("نص", None, None), ("Text 1", "en", "ltr")]
    assert [mark.string for mark in tree.select(".meta bdi")] == ["English", "English"]


@pytest.mark.parametrize("url", ["/ar/publications/", "/ar/stories/", "/ar/letters/"])
def test_filters_count_what_choosing_them_shows(url, texts, read):
    choices = read(url).select(".narrow-group a")
    assert choices
    for choice in choices:
        found = entries(read(url + choice["href"]))
        assert len(found) == int(choice.span.string), choice["href"]


@pytest.mark.parametrize("url", ["/en/publications/", "/en/stories/"])
def test_english_list_holds_no_translations(url, texts, read):
    assert [title for title, _lang, _dir in entries(read(url))] == ["Text 3", "Text 2", "Text 1"]


def test_feeds_say_the_language_of_each_text(texts, read):
    for section in ("publications", "stories", "letters"):
        found = read(f"/ar/{section}/feed.xml", "xml").select("entry")
        languages = [(entry.title.string, entry["xml:lang"]) for entry in found]
        assert languages == [("Text 3", "en"), ("نص", "ar"), ("Text 1", "en")]


def test_home_page_shows_originals_in_its_sections(texts, lists, read):
    home = HomePage.objects.get(locale__language_code="ar")
    latest = {
        model: {"title": "جديد", "text": "", "index": index.pk, "count": 3}
        for model, index in lists.items()
    }
    values = {
        "interventions": {"lists": [latest[OpenLetterPage]]},
        "stories": {"latest": latest[StoryPage]},
        "publications": {"latest": latest[PublicationPage]},
    }
    home.sections = [
        {"type": kind, "value": value | {"title": "قسم", "text": ""}}
        for kind, value in values.items()
    ]
    home.save_revision().publish()
    tree = read("/ar/")
    assert [link.get("lang") for link in tree.select(".headlines a")] == ["en", None, "en"]
    assert entries(tree)[:3] == [
        ("Text 3", "en", "ltr"),
        ("نص", None, None),
        ("Text 1", "en", "ltr"),
    ]
    assert len(entries(tree)) == 6


def test_related_texts_are_shown_as_written_where_they_are_not_translated(texts, read):
    arabic = OpenLetterPage.objects.get(locale__language_code="ar")
    links = read(arabic.url).select(".below .headlines a")
    assert [(link.string, link.get("lang")) for link in links] == [
        ("Text 3", "en"),
        ("Text 1", "en"),
    ]


@pytest.mark.parametrize("url", [*ADDRESSES, "/ar/"])
def test_queries_stay_within_their_limit(url, texts, client, django_assert_max_num_queries):
    client.get(url)
    with django_assert_max_num_queries(20):
        client.get(url)
