"""A letter and the names under it, as a visitor reads them."""

import gzip
import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from letters.models import LetterIndexPage, OpenLetterPage
from letters.signatories import describe

HOSTILE = [
    '<script>alert("x")</script>',
    "Tom & Jerry’s \"League\" 'of' &amp; friends",
    "A  name   with spaces",
    "جمعية الميناء",
    "台灣南社",
    "Ünïon {{ of }} {% braces %}",
]


def records(names):
    return [describe(name).to_dict() | {"id": f"s{n}"} for n, name in enumerate(names, start=1)]


@pytest.fixture
def publish(letter_index):
    def make(*lists, **fields):
        page = OpenLetterPage(
            title="A letter",
            slug="a-letter",
            date=date(2026, 3, 1),
            signatories=[
                {"type": "signatory_list", "value": {"heading": heading, "names": records(names)}}
                for heading, names in lists
            ],
            **fields,
        )
        letter_index.add_child(instance=page)
        page.save_revision().publish()
        return page

    return make


@pytest.fixture
def read(client):
    def get(url="/en/letters/a-letter/"):
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def names_in(tree):
    return [item.string for item in tree.select("#signatories ol > li > bdi")]


def test_names_stand_exactly_as_signed(publish, read):
    publish(("", HOSTILE))
    tree = read()
    assert names_in(tree) == HOSTILE
    for item in tree.select("#signatories li"):
        assert [child.name for child in item.children] == ["bdi"]


def test_only_what_the_script_proves_is_marked(publish, read):
    publish(("", ["Harbour League", "جمعية الميناء", "สมาคมชาวประมง"]))
    marks = [(name.get("lang"), name.get("dir")) for name in read().select("#signatories bdi")]
    assert marks == [(None, None), ("ar", "rtl"), ("th", "ltr")]


def test_numbers_go_on_over_the_lists(publish, read):
    publish(("Organisations", ["A", "B"]), ("", []), ("Individuals", ["C"]), ("", ["D"]))
    tree = read()
    lists = tree.select("#signatories ol")
    assert [names["start"] for names in lists] == ["1", "3", "4"]
    titles = [tree.find(id=names["aria-labelledby"]).get_text() for names in lists]
    assert titles == ["Organisations", "Individuals", "Signatories"]


def test_facts_of_the_letter(publish, read):
    publish(kind="open", addressees="The Speaker\n\n The Clerk ", summary="In short.")
    tree = read()
    assert tree.select_one(".kicker").string == "Open letter"
    assert tree.select_one("main time")["datetime"] == "2026-03-01"
    facts = [fact.get_text() for fact in tree.select("dl.letter-facts dd")]
    assert facts[1:] == ["The Speaker", "The Clerk"]
    assert tree.select_one(".lead").string == "In short."


@pytest.mark.parametrize(
    ("listed", "fields", "sentences"),
    [
        (0, {}, ["No signatory has been published yet."]),
        (1, {}, ["1 signatory, as signed."]),
        (2, {}, ["2 signatories, each as signed."]),
        (0, {"anonymous_count": 1}, ["1 signatory signed without a public name."]),
        (
            2,
            {"anonymous_count": 3, "stated_total": 6},
            [
                "5 signatories in all.",
                "2 stand below by name.",
                "3 signed without a public name.",
                "The letter itself states 6 signatories.",
            ],
        ),
        (2, {"stated_total": 2}, ["2 signatories, each as signed."]),
    ],
)
def test_count_in_words(publish, read, listed, fields, sentences):
    publish(("", [f"Group {number}" for number in range(listed)]), **fields)
    text = " ".join(read().select_one(".signatories-count").get_text().split())
    assert text == " ".join(sentences)


def test_translation_shows_the_names_and_headings_of_its_source(publish, read):
    letter = publish(("Organisations", ["Harbour League"]), anonymous_count=2)
    arabic = Locale.objects.create(language_code="ar")
    translation = letter.copy_for_translation(arabic, copy_parents=True)
    translation.title = "رسالة"
    translation.signatories = []
    translation.save_revision().publish()
    tree = read("/ar/letters/a-letter/")
    assert names_in(tree) == ["Harbour League"]
    heading = tree.select_one("#signatories h3")
    assert (heading.string, heading["lang"], heading["dir"]) == ("Organisations", "en", "ltr")
    assert not read().select_one("#signatories h3").has_attr("lang")


def test_long_list_offers_a_field_that_waits_for_its_script(publish, read):
    publish(("", [f"Group {number}" for number in range(21)]))
    tree = read()
    assert tree.select_one(".find").has_attr("hidden")
    assert tree.select_one("head script[type=module]")["src"].endswith("js/find-in-list.js")


def test_short_list_needs_neither_field_nor_script(publish, read):
    publish(("", [f"Group {number}" for number in range(20)]))
    tree = read()
    assert not tree.select(".find")
    assert not tree.select("head script[src]")


def test_list_is_by_year_with_addresses_for_each_part(letter_index, make_letter, read):
    for year in (2024, 2025, 2026):
        for number in range(4):
            make_letter(title=f"{year} {number}", date=date(year, 1, 1 + number))
    tree = read("/en/letters/")
    assert [year.get_text() for year in tree.select("h2.year")] == ["2026", "2025", "2024"]
    assert len(tree.select(".entry")) == LetterIndexPage.page_size == 10
    assert tree.select_one("a[rel=next]")["href"] == "?page=2"
    last = read("/en/letters/?page=2")
    canonical = last.select_one("link[rel=canonical]")["href"]
    assert canonical == "http://testserver/en/letters/?page=2"
    assert "Part 2 of 2" in last.get_text()


def test_list_without_letters_says_so(letter_index, read):
    assert "No letter has been published here yet." in read("/en/letters/").get_text()


@pytest.mark.parametrize("count", [1, 281, 2000])
def test_queries_do_not_grow_with_the_names(publish, client, count, django_assert_max_num_queries):
    publish(("", [f"Group {number}" for number in range(count)]))
    client.get("/en/letters/a-letter/")
    with django_assert_max_num_queries(20):
        client.get("/en/letters/a-letter/")


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_the_letters(
    make_letter, client, count, django_assert_max_num_queries
):
    for number in range(count):
        make_letter(title=f"Letter {number}")
    client.get("/en/letters/")
    with django_assert_max_num_queries(20):
        client.get("/en/letters/")


def test_real_list_is_small_on_the_line(publish, client, shared_data):
    file = shared_data / "letters" / "00_seed_china_global_call_en.expected.json"
    names = json.loads(file.read_text())["signatories"]
    publish(("", names), anonymous_count=39, stated_total=321)
    html = client.get("/en/letters/a-letter/").content
    assert names_in(BeautifulSoup(html.decode(), "html.parser")) == names
    assert len(gzip.compress(html, 6)) < 14 * 1024
