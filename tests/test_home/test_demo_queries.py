"""What the pages of the demo, one of every type and more, ask of the database."""

import io
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Page

from demo import loading
from home.models import BasePage

BUDGET = 20
# Addresses that are no pages or pages in a state of their own, by what they are below.
MORE = {
    "": ["search/?q=letter", "search/?q=zzzz"],
    "letters/": ["?type=joint", "?type=joint&theme=assembly&year=2026"],
    "stories/": ["?year=2026"],
    "publications/": ["?view=list", "?sort=cited", "?type=report"],
    "organisations/": ["?country=TH"],
}


def small_pictures(names):
    """One small picture in place of each drawing, which takes most of the time."""
    file = io.BytesIO()
    Image.new("RGB", (1280, 720)).save(file, "WEBP")
    return {name: file.getvalue() for name in names}


@pytest.fixture
def demo(db, settings, tmp_path, monkeypatch):
    """The demo content, with small pictures and reports."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(loading, "draw_all", small_pictures)
    monkeypatch.setattr(loading, "typeset_all", lambda texts: dict.fromkeys(texts, b"%PDF-1.4\n"))
    call_command("load_demo", verbosity=0)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_no_page_of_the_demo_asks_more_than_the_budget(demo, client, code):
    pages = [
        page
        for page in Page.objects.live().filter(locale__language_code=code).specific()
        if isinstance(page, BasePage)
    ]
    addresses = [page.url for page in pages]
    addresses += [f"/{code}/{above}{more}" for above, all_more in MORE.items() for more in all_more]
    asked = Counter()
    for address in addresses:
        assert client.get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked[address] = len(queries)
    types = {type(page) for page in pages}
    assert types == set(every_type(BasePage))
    assert not {address: count for address, count in asked.items() if count > BUDGET}


def every_type(model):
    """The page types of the site."""
    for child in model.__subclasses__():
        if child._meta.abstract:
            yield from every_type(child)
        else:
            yield child
