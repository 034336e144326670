"""Lists can be followed with a feed reader."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import Theme
from letters.models import OpenLetterPage, OrganisationIndexPage

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEED = "/en/letters/feed.xml"


@pytest.fixture
def fetch(client):
    def get(address=FEED, **headers):
        response = client.get(address, headers=headers)
        assert response.status_code == 200
        return response, ElementTree.fromstring(response.content)

    return get


def texts(tree, name):
    return [element.text for element in tree.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def links(tree):
    return {link.get("rel"): link.get("href") for link in tree.iterfind(f"{ATOM}link")}


def test_feed_is_valid_atom(make_letter, fetch):
    make_letter(title="A & <b>", slug="a-letter", summary="Less < more", date=date(2026, 3, 1))
    response, tree = fetch()
    assert response["Content-Type"] == "application/atom+xml"
    assert tree.tag == f"{ATOM}feed"
    assert tree.get(LANG) == "en"
    for name in ("title", "id", "updated"):
        assert len(tree.findall(f"{ATOM}{name}")) == 1
    assert tree.find(f"{ATOM}author/{ATOM}name").text == "FORUM-ASIA"
    assert links(tree) == {
        "alternate": "http://testserver/en/letters/",
        "self": "http://testserver/en/letters/feed.xml",
    }
    entry = tree.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "A & <b>"
    assert entry.find(f"{ATOM}summary").text == "Less &lt; more"
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert entry.find(f"{ATOM}published").text == "2026-03-01T00:00:00+00:00"
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/en/letters/a-letter/"
    assert entry.find(f"{ATOM}id").text.startswith("urn:uuid:")
    assert entry.find(f"{ATOM}updated").text


def test_feed_follows_the_filters_and_nothing_else(make_letter, fetch, client):
    theme = Theme.objects.create(name="Courts", slug="courts")
    letter = make_letter(title="On courts", countries=["TH"])
    letter.themes.add(theme)
    letter.save_revision().publish()
    make_letter(title="Other", countries=["TH"])
    _response, tree = fetch(f"{FEED}?theme=courts&country=TH&page=7&utm_source=x")
    assert texts(tree, "title") == ["On courts"]
    assert links(tree)["self"] == f"http://testserver{FEED}?theme=courts&country=TH"
    assert tree.find(f"{ATOM}title").text == "Letters – Courts – Thailand – FORUM-ASIA"
    assert texts(fetch(f"{FEED}?theme=nothing")[1], "title") == []
    assert client.get(f"{FEED}?utm_source=x").content == client.get(FEED).content


def test_feed_of_one_kind_is_named_after_it(make_letter, fetch):
    make_letter(title="Open", kind="open")
    make_letter(title="Joint", slug="joint", kind="joint")
    _response, tree = fetch(f"{FEED}?type=joint")
    assert texts(tree, "title") == ["Joint"]
    assert tree.find(f"{ATOM}title").text == "Letters – Joint open letter – FORUM-ASIA"


def test_list_names_its_feed(make_letter, read):
    make_letter(countries=["TH"])
    for query in ("", "?country=TH"):
        tree = read(f"/en/letters/{query}")
        link = tree.select_one('link[type="application/atom+xml"]')
        assert link["href"] == f"http://testserver{FEED}{query}"
        assert tree.select_one(".feed a")["href"] == link["href"]
    assert not read("/en/letters/a-letter/").select('link[type="application/atom+xml"]')


def test_feed_holds_the_newest_and_only_what_is_public(make_letter, letter_index, fetch):
    for day in range(1, 23):
        make_letter(title=f"Day {day}", date=date(2026, 3, day))
    make_letter(title="Draft").unpublish()
    private = make_letter(title="Private", date=date(2026, 5, 1))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    later = OpenLetterPage(
        title="Later",
        date=date(2026, 5, 1),
        live=False,
        go_live_at=timezone.now() + timedelta(days=1),
    )
    letter_index.add_child(instance=later)
    later.save_revision().publish()
    assert texts(fetch()[1], "title") == [f"Day {day}" for day in range(22, 2, -1)]


def test_each_language_has_its_feed_and_marks_others(home, make_letter, letter_index, fetch):
    letter = make_letter(title="A letter")
    arabic = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(arabic).save_revision().publish()
    translation = letter.copy_for_translation(arabic)
    translation.title = "رسالة"
    translation.save_revision().publish()
    other = make_letter(title="Only English", slug="only")
    alias = other.copy_for_translation(arabic, alias=True)
    alias.live = True
    alias.save()
    _response, tree = fetch("/ar/letters/feed.xml")
    assert tree.get(LANG) == "ar"
    entries = {
        entry.find(f"{ATOM}title").text: entry.get(LANG) for entry in tree.iterfind(f"{ATOM}entry")
    }
    assert entries == {"رسالة": "ar", "Only English": "en"}
    assert texts(tree, "id") != texts(fetch()[1], "id")


def test_characters_that_xml_cannot_hold_are_left_out(make_letter, fetch):
    letter = make_letter(slug="x")
    OpenLetterPage.objects.filter(pk=letter.pk).update(title="A\x08B\ufffe", summary="\x1f")
    assert texts(fetch()[1], "title") == ["AB"]


def test_unchanged_feeds_are_not_sent_again(make_letter, client):
    letter = make_letter()
    first = client.get(FEED)
    for name, value in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        again = client.get(FEED, headers={value: first[name]})
        assert (again.status_code, again.content) == (304, b"")
    letter.title = "Changed"
    letter.save_revision().publish()
    assert client.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_only_lists_of_pages_have_feeds(home, make_letter, client):
    make_letter()
    index = OrganisationIndexPage(title="Organisations", slug="organisations")
    home.add_child(instance=index)
    index.save_revision().publish()
    for place in ("letters/a-letter/", "organisations/", "none/"):
        assert client.get(f"/en/{place}feed.xml").status_code == 404
    assert not client.get("/en/organisations/").content.count(b"feed.xml")
    assert client.post(FEED).status_code == 405


def test_a_list_without_entries_has_a_feed(letter_index, fetch):
    response, tree = fetch()
    assert texts(tree, "title") == []
    assert fetch()[0].content == response.content


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow(make_letter, client, count, django_assert_max_num_queries):
    for number in range(count):
        make_letter(title=f"Letter {number}", countries=["TH"])
    client.get(FEED)
    with django_assert_max_num_queries(20):
        client.get(f"{FEED}?country=TH")
