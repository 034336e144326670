"""Addresses that are longer, deeper and larger than any of the site are answered, too."""

from urllib.parse import urlencode

import pytest

from multimedia.models import StoryIndexPage
from publications.models import PublicationIndexPage

pytestmark = pytest.mark.django_db
NUMBER = "9" * 5000


@pytest.fixture
def lists(home, letter_index):
    for slug, model in (("publications", PublicationIndexPage), ("stories", StoryIndexPage)):
        home.add_child(instance=model(title=slug, slug=slug)).save_revision().publish()


@pytest.mark.parametrize(
    "path",
    [
        *(f"/documents/{NUMBER}/a.pdf", f"/documents/{'9' * 30}/a.pdf"),
        *(f"/media/recordings/{NUMBER}/1.mp4", f"/media/recordings/{'9' * 30}/1.mp4"),
        *(f"/media/words/{NUMBER}.vtt", f"/media/words/{'9' * 30}.vtt"),
        *(f"/media/images/{'a' * 5000}", f"/media/images/{'a/' * 2500}"),
        *(f"/en/{'a' * 5000}/", f"/en/{'a/' * 2500}", f"/en/letters/{'a/' * 2500}feed.xml"),
        *(f"/{'a' * 5000}/", f"/en/letters/{'a' * 5000}/signatories.csv"),
    ],
    ids=lambda path: f"{path[:20]} {len(path)}",
)
def test_long_paths_lead_nowhere(client, lists, path):
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.parametrize("parameter", ["theme", "country", "year", "type", "series", "language"])
@pytest.mark.parametrize("address", ["letters/", "publications/", "stories/", "letters/feed.xml"])
def test_long_filters_find_nothing_and_are_not_repeated(client, lists, address, parameter):
    response = client.get(f"/en/{address}?{parameter}={NUMBER}")
    assert response.status_code == 200
    assert NUMBER[:300] not in response.text


@pytest.mark.parametrize("address", ["en/letters/?page", "sitemap.xml?part", "sitemap.xml?below"])
def test_large_numbers_are_not_found(client, lists, address):
    assert client.get(f"/{address}={NUMBER}").status_code == 404


@pytest.mark.parametrize(
    "words",
    [
        *(" ".join(map(chr, range(97, 123))) * 100, "a b " * 1000, '"a" ' * 1000, "a:b " * 1000),
        *("a-" * 1000, "台灣" * 1000, "ไทย " * 1000, '"' * 1000, "NOT a OR " * 1000, "( " * 1000),
    ],
)
def test_search_takes_as_many_words_as_fit_into_its_field(client, lists, words):
    response = client.get(f"/en/search/?{urlencode({'q': words})}")
    assert response.status_code == 200
    assert words[:300] not in response.text
