"""Searching in the files of publications."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from publications.models import Document, DocumentPage
from tests.test_publications.pdfs import pdf


@pytest.fixture
def found(client):
    """A function that searches; returns (title, [(page, address, words)]) of each file."""

    def search(query, language="en"):
        response = client.get(f"/{language}/search/", {"q": query})
        assert response.status_code == 200
        tree = BeautifulSoup(response.content.decode(), "html.parser")
        return [
            (
                entry.h3.get_text(),
                [(li.a.get_text(), li.a["href"], li.span.get_text()) for li in entry.select("li")],
            )
            for entry in tree.select(".found-in-files .entry")
        ]

    return search


@pytest.fixture
def publication(make_document, make_publication):
    """A publication whose file has words on its second page."""
    document = make_document(pdf(["First page", "The springs of Lenka ran dry", "Last"]))
    call_command("read_documents", stdout=io.StringIO())
    return make_publication(files=[{"document": document}])


def with_text(make_document, text, **fields):
    """A document with one page of any script."""
    document = make_document(**fields)
    page = DocumentPage.objects.create(document=document, number=14, text=text)
    assert page.pk
    return document


def test_search_says_on_which_page(publication, found):
    document = Document.objects.get()
    assert found("springs dry") == [
        (
            "The price of a tree",
            [("Page 2", f"{document.url}#page=2", "The springs of Lenka ran dry")],
        )
    ]
    assert found("springs last") == []


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("សាលារៀនពេលយប់បានបើកទ្វារ", "ពេលយប់"),
        ("สิทธิมนุษยชนเป็นของทุกคน", "มนุษยชน"),
        ("人権は守られなければならない", "人権"),
        ("台灣的人權團體", "人權"),
        ("လူ့အခွင့်အရေး", "အခွင့်အရေး"),
        ("ماء لأربع قرى", "قرى"),
    ],
)
def test_words_in_every_script_are_found(make_document, make_publication, found, text, query):
    make_publication(files=[{"document": with_text(make_document, text)}])
    [(_title, [(page, address, words)])] = found(query)
    assert page == "Page 14"
    assert address.endswith("#page=14")
    assert query in words
    assert found(query + query[::-1]) == []


def test_nothing_is_found_that_is_not_public(make_document, make_publication, found):
    draft = with_text(make_document, "harbour one")
    make_publication("Draft", slug="draft", files=[{"document": draft}], publish=False)
    hidden = with_text(make_document, "harbour two")
    page = make_publication("Private", slug="private", files=[{"document": hidden}])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    collection = Collection.get_first_root_node().add_child(name="Internal")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    internal = with_text(make_document, "harbour three", collection=collection)
    make_publication("Internal", slug="internal", files=[{"document": internal}])
    with_text(make_document, "harbour four")
    assert found("harbour") == []


def test_unpublished_and_deleted_files_are_not_found_any_more(publication, found):
    publication.unpublish()
    assert found("springs") == []
    publication.save_revision().publish()
    assert found("springs")
    Document.objects.get().delete()
    assert found("springs") == []


def test_many_pages_are_counted_not_listed(make_document, make_publication, client):
    document = make_document()
    for number in range(1, 7):
        DocumentPage.objects.create(document=document, number=number, text=f"harbour {number}")
    make_publication(files=[{"document": document}])
    text = client.get("/en/search/", {"q": "harbour"}).content.decode()
    assert "and on 3 more pages" in text
    assert "No page contains" not in text


@pytest.mark.parametrize("query", ['"', "<b>x</b>", "\x00", "*", "x" * 5000, "%"])
def test_any_query_gets_an_answer(publication, found, query):
    assert found(query) == []


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow(
    make_document, make_publication, client, count, django_assert_max_num_queries
):
    for number in range(count):
        document = with_text(make_document, f"harbour {number}")
        make_publication(f"Harbour {number}", slug=f"p{number}", files=[{"document": document}])
    client.get("/en/search/?q=harbour")
    with django_assert_max_num_queries(20):
        client.get("/en/search/?q=harbour")
