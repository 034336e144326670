"""However much stands in an address of the directory, the database does little."""

import re
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from letters.models import Organisation, OrganisationIndexPage, OrganisationName

LIST = "/en/organisations/"
MANY = " ".join(f"a{number}" for number in range(2000))


@pytest.fixture
def directory(home):
    page = home.add_child(
        instance=OrganisationIndexPage(title="Organisations", slug="organisations")
    )
    page.save_revision().publish()
    for name in ("Tamarin Union", "Aruvia Writers"):
        organisation = Organisation.objects.create(country="TH")
        OrganisationName.objects.create(organisation=organisation, text=name, preferred=True)
    return page


@pytest.mark.parametrize("query", [MANY, MANY.replace(" ", "-"), "x" * 5000, "-" * 5000])
def test_long_queries_cost_no_more_than_short_ones(client, directory, query):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"{LIST}?{urlencode({'q': query})}")
    assert response.status_code == 200
    # The names are searched once for the list, and once for each way to narrow it down.
    searching = [query["sql"] for query in queries if "match_key" in query["sql"]]
    assert all(len(re.findall(r"\bLIKE\b", sql)) <= 10 for sql in searching)
    assert all(len(query["sql"]) < 5000 for query in queries)


def test_what_counts_is_what_the_field_and_the_links_repeat(client, directory):
    words = "tamarin " + MANY
    page = BeautifulSoup(client.get(f"{LIST}?{urlencode({'q': words})}").content, "html.parser")
    kept = " ".join(words.split()[:10])
    assert page.select_one("#find-organisation")["value"] == kept
    assert all(len(link["href"]) < 300 for link in page.select("a[href]"))


def test_words_that_are_repeated_count_once(client, directory):
    found = client.get(f"{LIST}?{urlencode({'q': 'Union union UNION tamarin'})}")
    assert "Tamarin Union" in found.text
    assert "Aruvia Writers" not in found.text


@pytest.mark.parametrize("parameter", ["letter", "country", "member"])
def test_long_values_are_found_nowhere(client, directory, parameter):
    response = client.get(f"{LIST}?{urlencode({parameter: '1' * 5000})}")
    assert response.status_code == 200
    assert not response.context["listed"]
    assert "1" * 300 not in response.text


def test_admin_finds_by_as_many_words(editor_client, directory):
    for view in (
        "wagtailsnippets_letters_organisation:list",
        "wagtailsnippetchoosers_letters_organisation:choose_results",
    ):
        with CaptureQueriesContext(connection) as queries:
            response = editor_client.get(f"{reverse(view)}?{urlencode({'q': MANY})}")
        assert response.status_code == 200
        assert any("match_key" in query["sql"] for query in queries)
        assert all(len(re.findall(r"\bLIKE\b", query["sql"])) <= 12 for query in queries)
