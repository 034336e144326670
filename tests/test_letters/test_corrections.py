"""Corrections under a text, and the page of what stood there before."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from home.models import StandardPage

LETTER = "/en/letters/a-letter/"
OLD = f"{LETTER}corrections/"


def correction(day, explanation="We gave a wrong date.", old_wording="<p>On <b>Monday</b>.</p>"):
    return {
        "type": "correction",
        "value": {"date": day, "explanation": explanation, "old_wording": old_wording},
    }


FIRST = correction(date(2026, 3, 2), "The first mistake.")
SECOND = correction(date(2026, 3, 9), "The second mistake.", "<p>Older <i>words</i>.</p>")
UNKEPT = correction(date(2026, 3, 5), "A name is gone.", '<p data-block-key="x"></p>')


@pytest.fixture
def read(client):
    def get(url=LETTER):
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def shown(tree):
    return [item.select("p")[1].get_text() for item in tree.select("div.since")]


def test_letter_shows_each_with_its_date_newest_first(make_letter, read):
    make_letter(corrections=[FIRST, UNKEPT, SECOND])
    tree = read()
    assert shown(tree) == ["The second mistake.", "A name is gone.", "The first mistake."]
    days = [item.time["datetime"] for item in tree.select("div.since")]
    assert days == ["2026-03-09", "2026-03-05", "2026-03-02"]


def test_letter_links_to_what_was_kept_and_does_not_repeat_it(make_letter, read):
    make_letter(corrections=[FIRST, UNKEPT, SECOND])
    tree = read()
    links = [link["href"] for link in tree.select("div.since a")]
    assert links == [f"{OLD}#correction-3", f"{OLD}#correction-1"]
    assert "Monday" not in tree.get_text()
    ids = {section["id"] for section in read(OLD).select("section.since")}
    assert ids == {link.partition("#")[2] for link in links}


def test_addresses_stay_when_there_is_one_more(make_letter, read):
    letter = make_letter(corrections=[FIRST])
    assert read(OLD).find(id="correction-1")
    letter.corrections = [SECOND, FIRST]
    letter.save_revision().publish()
    assert "The first mistake." in read(OLD).find(id="correction-1").get_text()


def test_old_wordings_are_marked_as_replaced_and_not_indexed(make_letter, client, read):
    make_letter(corrections=[FIRST, UNKEPT])
    response = client.get(OLD)
    assert response["X-Robots-Tag"] == "noindex"
    tree = read(OLD)
    assert tree.select_one("meta[name=robots]")["content"] == "noindex"
    assert not tree.select("link[rel=canonical]")
    [old] = tree.select("del")
    assert (old.get_text().strip(), old["datetime"]) == ("On Monday.", "2026-03-02")
    assert "no longer part of the text" in tree.get_text()
    assert tree.select_one("main .more")["href"] == LETTER
    assert "A name is gone." not in tree.get_text()


def test_letter_itself_may_be_indexed(make_letter, read):
    make_letter(corrections=[FIRST])
    assert not read().select("meta[name=robots]")


@pytest.mark.parametrize("corrections", [[], [UNKEPT]])
def test_nothing_kept_is_no_page(make_letter, client, corrections):
    make_letter(corrections=corrections)
    assert client.get(OLD).status_code == 404


def test_only_of_published_public_pages(make_letter, client):
    letter = make_letter(corrections=[FIRST])
    restriction = PageViewRestriction.objects.create(
        page=letter.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get(OLD).status_code == 404
    restriction.delete()
    assert client.get(OLD).status_code == 200
    letter.unpublish()
    assert client.get(OLD).status_code == 404


def test_a_page_may_be_called_like_that(home, client):
    parent = home.add_child(instance=StandardPage(title="About", slug="about"))
    parent.add_child(instance=StandardPage(title="How we correct", slug="corrections"))
    assert "How we correct" in client.get("/en/about/corrections/").content.decode()
    assert client.get("/en/nowhere/corrections/").status_code == 404


def test_nothing_can_be_sent_there(make_letter, client):
    make_letter(corrections=[FIRST])
    assert client.post(OLD).status_code == 405


def test_one_page_whatever_the_number(make_letter, client, django_assert_max_num_queries):
    make_letter(corrections=[FIRST, SECOND] * 10)
    client.get(OLD)
    with django_assert_max_num_queries(20):
        assert client.get(OLD).status_code == 200
