"""Narrowing the lists of letters and statements down."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from home.models import Theme

LIST = "/en/letters/"


@pytest.fixture
def themes(db):
    english = Locale.objects.get(language_code="en")
    return {
        slug: Theme.objects.create(name=name, slug=slug, locale=english)
        for slug, name in (("water", "Water"), ("speech", "Free speech"))
    }


@pytest.fixture
def letters(make_letter, themes):
    given = [
        ("River", "open", 2024, ["water"], ["TH", "LA"]),
        ("Lake", "joint", 2025, ["water"], ["TH"]),
        ("Press", "joint", 2025, ["speech"], ["LK"]),
        ("Both", "joint", 2026, ["speech", "water"], []),
    ]
    for title, kind, year, slugs, countries in given:
        page = make_letter(
            title=title, kind=kind, date=date(year, 5, 1), countries=countries, publish=False
        )
        page.themes = [themes[slug] for slug in slugs]
        page.save_revision().publish()


@pytest.fixture
def read(client):
    def get(query="", address=LIST):
        response = client.get(f"{address}{query}")
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def entries(tree):
    return [title.get_text() for title in tree.select(".entry-title")]


def groups(tree):
    """The choices with their counts, by the title of their group."""
    return {
        group.p.get_text(): {
            link.bdi.get_text(): int(link.span.get_text()) for link in group.select("a")
        }
        for group in tree.select(".narrow-group")
    }


def current(tree):
    return [link.bdi.get_text() for link in tree.select(".narrow-group [aria-current=true]")]


def chosen(tree):
    return {link.bdi.get_text(): link["href"] for link in tree.select(".narrowed a.chosen")}


def test_every_way_to_narrow_down_with_counts(letters, read):
    assert groups(read()) == {
        "Type": {"Open letter": 1, "Joint open letter": 3},
        "Theme": {"Free speech": 2, "Water": 3},
        "Country": {"Laos": 1, "Sri Lanka": 1, "Thailand": 2},
        "Year": {"2026": 1, "2025": 2, "2024": 1},
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?theme=water", ["Both", "Lake", "River"]),
        ("?country=TH", ["Lake", "River"]),
        ("?country=th", ["Lake", "River"]),
        ("?type=open", ["River"]),
        ("?year=2025", ["Press", "Lake"]),
        ("?type=joint&theme=water&country=TH&year=2025", ["Lake"]),
        ("?theme=speech&country=TH", []),
    ],
)
def test_lists_what_fits_all_choices(letters, read, query, found):
    assert entries(read(query)) == found


def test_every_count_is_what_its_link_leads_to(letters, read):
    tree = read("?theme=water")
    for link in tree.select(".narrow-group a"):
        if not link.get("aria-current"):
            assert len(entries(read(link["href"]))) == int(link.span.get_text()), link["href"]


def test_choices_are_marked_and_removed_one_by_one_or_all(letters, read):
    tree = read("?theme=water&country=TH")
    assert current(tree) == ["Water", "Thailand"]
    without = chosen(tree)
    assert list(without) == ["Water", "Thailand"]
    assert entries(read(without["Water"])) == ["Lake", "River"]
    assert current(read(without["Water"])) == ["Thailand"]
    everything = tree.find("a", string="Show all")
    assert everything["href"] == LIST
    assert "2 texts found" in tree.get_text()


def test_nothing_to_remove_before_a_choice(letters, read):
    tree = read()
    assert not tree.select(".narrowed")
    assert not tree.select("meta[name=robots]")
    assert tree.select("link[rel=canonical]")


def test_narrowed_lists_are_not_indexed(letters, read):
    tree = read("?theme=water")
    assert tree.select_one("meta[name=robots]")["content"] == "noindex"
    assert not tree.select("link[rel=canonical]")


@pytest.mark.parametrize(
    "query",
    [
        "?theme=nonsense",
        "?theme=%00",
        "?theme=<script>alert(1)</script>",
        "?type=nonsense",
        "?type=%00",
        "?country=ZZ",
        "?country=%00",
        "?year=abc",
        "?year=99999",
        "?year=%D9%A2%D9%A0%D9%A2%D9%A5",
    ],
)
def test_senseless_values_find_nothing_and_can_be_removed(letters, read, query):
    tree = read(query)
    assert entries(tree) == []
    assert "Nothing here fits all of this." in tree.get_text()
    assert len(chosen(tree)) == 1
    assert tree.find("a", string="Show all")
    assert not tree.select("main script")


def test_unknown_parameters_change_nothing(letters, read):
    assert len(entries(read("?colour=red"))) == 4


def test_choice_that_would_change_nothing_is_not_offered(make_letter, read):
    make_letter(title="One", kind="open", countries=["TH"])
    make_letter(title="Two", kind="open", countries=["TH"])
    assert groups(read()) == {}
    make_letter(title="Three", kind="open")
    assert groups(read()) == {"Country": {"Thailand": 2}}
    assert groups(read("?country=TH")) == {"Country": {"Thailand": 2}}


def test_filters_are_folded_without_script(letters, read):
    [fold] = read().select("details.narrow-fold")
    assert fold.summary.get_text() == "Narrow the list down"
    assert fold.select(".narrow-group")


def test_parts_of_the_list_keep_the_choices(make_letter, read):
    for number in range(30):
        make_letter(title=f"Letter {number}", countries=["TH", "LK"][: 1 + number % 2])
    address = read("?country=TH").select_one("a[rel=next]")["href"]
    assert address == "?country=TH&page=2"
    second = read(address)
    assert current(second) == ["Thailand"]
    assert second.select_one("a[rel=prev]")["href"] == "?country=TH&page=1"
    assert all("page" not in link["href"] for link in second.select(".narrow a"))


def test_unpublished_letters_are_not_counted(letters, make_letter, read):
    make_letter(title="Draft", kind="open", countries=["MM"], publish=False)
    found = groups(read())
    assert "Myanmar" not in found["Country"]
    assert found["Type"]["Open letter"] == 1


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow(make_letter, themes, client, count, django_assert_max_num_queries):
    for number in range(count):
        page = make_letter(title=f"Letter {number}", countries=["TH", "LA"], kind="open")
        page.themes = themes.values()
        page.save_revision().publish()
    address = f"{LIST}?theme=water&country=TH&type=open&year=2026"
    client.get(address)
    with django_assert_max_num_queries(20):
        assert len(entries(BeautifulSoup(client.get(address).content, "html.parser")))
