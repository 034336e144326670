"""The results page."""

import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def search(client):
    def get(query, **parameters):
        response = client.get("/en/search/", {"q": query, **parameters})
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def titles(tree):
    return [title.get_text() for title in tree.select("main .entry-title")]


def test_published_pages_of_the_language_are_found(make_letter, search):
    make_letter(title="The harbour market", slug="market", summary="Of fish.")
    make_letter(title="A harbour draft", slug="draft", publish=False)
    tree = search("harbour")
    assert titles(tree) == ["The harbour market"]
    assert tree.select_one("main .entry-title a")["href"] == "/en/letters/market/"
    assert "1 page found" in tree.get_text()
    assert "Of fish." in tree.main.get_text()


def test_other_languages_have_results_of_their_own(make_letter, client, letter_index):
    from wagtail.models import Locale

    letter = make_letter(title="The harbour market")
    arabic = Locale.objects.create(language_code="ar")
    letter.copy_for_translation(arabic, copy_parents=True).save_revision().publish()
    html = client.get("/ar/search/", {"q": "harbour"}).content.decode()
    assert "/ar/letters/" in html
    assert f'href="{letter.url}"' not in html


def test_what_was_typed_stays_in_the_field(home, search):
    tree = search('<b> "x" & y')
    assert tree.select_one("main input[name=q]")["value"] == '<b> "x" & y'


def test_nothing_found_comes_with_hints(home, search):
    text = search("zzyzx").main.get_text()
    assert "No page contains all words of “zzyzx”." in text
    assert "fewer words" in text


def test_nothing_asked_asks_for_words(home, search):
    assert "Type one or more words" in search("").main.get_text()


def test_long_results_come_in_parts(home, make_letter, search, monkeypatch):
    monkeypatch.setattr("search.views.PAGE_SIZE", 2)
    for number in range(3):
        make_letter(title=f"Harbour & pier {number}", slug=f"pier-{number}")
    tree = search("harbour pier")
    assert len(titles(tree)) == 2
    assert tree.select_one("a[rel=next]")["href"] == "?q=harbour%20pier&page=2"
    last = search("harbour pier", page="2")
    assert len(titles(last)) == 1
    assert "Part 2 of 2" in last.get_text()


@pytest.mark.parametrize("page", ["0", "-1", "x", "99", "9" * 5000])
def test_parts_that_do_not_exist_are_not_found(make_letter, client, page):
    make_letter(title="The harbour market")
    for words in ("harbour", ""):
        response = client.get("/en/search/", {"q": words, "page": page})
        assert response.status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "\x00",
        "har\x00bour",
        '"',
        '"""',
        '" OR 1=1',
        "'",
        "*",
        "har*",
        "title:harbour",
        "harbour AND",
        "NEAR(a b)",
        "^ - + ( ) { } [ ] ~ \\ / | & ! < > : ; , . ?",
        "%",
        "台灣",
        "ไทย",
        "حقوق الإنسان",
        "\u202e\ufeff",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "x" * 10_000,
        "x " * 5_000,
        " \t\n ",
    ],
)
def test_any_query_gets_an_answer(make_letter, search, query):
    make_letter(title="The harbour market")
    assert search(query).h1.string == "Search"


def test_results_are_not_for_search_engines(home, search):
    assert search("x").select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("count", [1, 15])
def test_queries_do_not_grow_with_the_results(
    make_letter, client, count, django_assert_max_num_queries
):
    for number in range(count):
        make_letter(title=f"Harbour {number}", slug=f"h{number}")
    client.get("/en/search/?q=harbour")
    with django_assert_max_num_queries(20):
        client.get("/en/search/?q=harbour")
