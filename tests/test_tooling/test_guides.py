"""The guide for editors shows pictures that are there, small enough, and none for nothing."""

import re
from pathlib import Path

import pytest
from PIL import Image

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "images" / "editors"


@pytest.fixture
def shown():
    text = (DOCS / "editors.md").read_text()
    return re.findall(r"!\[([^]]*)\]\(images/editors/([^)]+)\)", text)


def test_every_picture_is_there_and_described(shown):
    assert {name for _description, name in shown} == {path.name for path in PICTURES.iterdir()}
    assert all(len(description) > 10 for description, _name in shown)


def test_pictures_are_small(shown):
    for _description, name in shown:
        assert (PICTURES / name).stat().st_size <= 80_000, name
        with Image.open(PICTURES / name) as picture:
            assert picture.width <= 1280, name


def test_readme_leads_to_the_guide():
    assert "docs/editors.md" in (DOCS.parent / "README.md").read_text()
