"""What the tests of sharing have in common."""

import pytest
from bs4 import BeautifulSoup


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def read(client):
    """A function that gets an address and returns its HTML as a tree."""

    def get(address):
        response = client.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get
