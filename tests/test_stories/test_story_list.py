"""The list of stories."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from home.models import Theme

LIST = "/en/stories/"


def titles(tree):
    return [title.get_text() for title in tree.select(".card-title")]


@pytest.fixture
def stories(make_story, make_image):
    water = Theme.objects.create(name="Water", slug="water", locale=Locale.get_default())
    for number, (title, countries) in enumerate([("River", ["TH"]), ("Lake", ["LA", "TH"])]):
        page = make_story(
            title=title,
            date=date(2024 + number, 5, 1),
            countries=countries,
            social_image=make_image(),
        )
        page.themes = [water] if title == "Lake" else []
        page.save_revision().publish()


def test_list_without_stories_says_so(story_index, read):
    assert "No story has been published here yet." in read(LIST).main.get_text()


def test_newest_story_comes_first_and_large(stories, read):
    tree = read(LIST)
    assert titles(tree) == ["Lake", "River"]
    assert "cards-first-large" in tree.select_one(".cards")["class"]
    assert len(tree.select(".card img[alt='']")) == 2


def test_list_is_narrowed_down(stories, read):
    assert titles(read(f"{LIST}?country=LA")) == ["Lake"]
    assert titles(read(f"{LIST}?year=2024")) == ["River"]
    assert titles(read(f"{LIST}?theme=water")) == ["Lake"]
    tree = read(f"{LIST}?theme=water&year=2024")
    assert "Nothing here fits all of this." in tree.main.get_text()
    assert tree.select_one('meta[name="robots"]')["content"] == "noindex"


def test_drafts_are_not_listed(make_story, read):
    make_story(title="Not yet", publish=False)
    assert titles(read(LIST)) == []


def test_long_list_costs_no_more_than_a_short_one(make_story, make_image, client):
    for number in range(13):
        make_story(title=f"Story {number}", social_image=make_image())
    client.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(LIST)
    assert len(queries) <= 20
    assert len(response.context["entries"].object_list) == 12
    assert client.get(f"{LIST}?page=2").status_code == 200
    assert client.get(f"{LIST}?page=3").status_code == 404
