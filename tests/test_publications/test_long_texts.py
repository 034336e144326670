"""A report of thirty chapters on one page."""

import gzip
import json
import random
from io import BytesIO

import PIL.Image
import pytest

CHAPTERS = 30
# What a page of any kind may have, see tests/test_home; the words of a text come on top.
MOST_AROUND_THE_TEXT = 14_000
CONSONANTS, VOWELS = "bdfghklmnprstvz", "aeiou"


@pytest.fixture(scope="module")
def words():
    """A function that makes so many words up, the same in every run."""
    chance = random.Random(5)
    known = [
        "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(length))
        for length in (1, 2, 2, 3, 3, 4) * 500
    ]
    return lambda count: " ".join(chance.choices(known, k=count))


@pytest.fixture
def picture(db):
    from django.core.files.base import ContentFile

    from multimedia.models import Image

    file = BytesIO()
    PIL.Image.new("RGB", (1600, 900), "#123456").save(file, "JPEG")
    return Image.objects.create(
        title="Map", file=ContentFile(file.getvalue(), "map.jpg"), width=1600, height=900
    )


@pytest.fixture
def body(words, picture):
    """The chapters: paragraphs with notes, a table, a figure and a call-out in each."""

    def chapter():
        paragraphs = "".join(f"<p>{words(100)}[^{words(12)}]</p>" for _ in range(3))
        cells = "\n".join(" | ".join(words(3).split()) for _ in range(5))
        table = {"caption": words(4), "cells": cells, "first_column": True, "source": words(3)}
        return [
            ("heading", words(5)),
            ("text", paragraphs),
            ("table", table),
            (
                "picture",
                {
                    "image": {"image": picture.pk, "alt_text": words(8), "decorative": False},
                    "caption": words(6),
                },
            ),
            ("call_out", {"title": words(3), "text": f"<p>{words(30)}</p>"}),
        ]

    blocks = [block for _ in range(CHAPTERS) for block in chapter()]
    return json.dumps(
        [
            {"type": kind, "value": value, "id": f"{number:08x}-0000-4000-8000-000000000000"}
            for number, (kind, value) in enumerate(blocks)
        ]
    )


def test_thirty_chapters_cost_no_more_queries_and_little_beside_their_words(
    make_publication, body, client, read, django_assert_max_num_queries
):
    page = make_publication(body=body)
    tree = read(page.url)
    assert len(tree.select(".contents a")) == CHAPTERS
    assert len(tree.select(".notes li")) == 3 * CHAPTERS
    assert len(tree.select("table")) == len(tree.select("figure img")) == CHAPTERS
    with django_assert_max_num_queries(20):
        html = client.get(page.url).content
    text = gzip.compress(tree.get_text().encode())
    assert len(gzip.compress(html)) - len(text) <= MOST_AROUND_THE_TEXT
