"""A NUL character in an address breaks nothing: no file and no text in PostgreSQL has one."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Locale

from letters.models import OrganisationIndexPage
from multimedia.models import StoryIndexPage
from publications.models import Document, PublicationIndexPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.ignore_template_errors,  # Wagtail's templates lean on missing variables
]


@pytest.fixture
def lists(home, letter_index):
    for slug, model in (
        ("organisations", OrganisationIndexPage),
        ("publications", PublicationIndexPage),
        ("stories", StoryIndexPage),
    ):
        home.add_child(instance=model(title=slug, slug=slug)).save_revision().publish()


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/en/%00", "/en/%00/", "/en/a%00b/", "/en/letters/%00/signatories.csv"),
        *("/media/images/%00", "/media/images/a%00.png", "/media/recordings/1/1.%00"),
        *("/documents/%00", "/en/letters/%00/feed.xml", "/static/%00", "/static/a%00.css"),
        *("/admin/%00", "/admin/login/%00", "/robots.txt%00", "/zh/%00/"),
    ],
)
def test_nothing_lies_at_a_path_with_nul(client, letter_index, path):
    response = client.get(path, follow=True)
    assert response.status_code == 404
    assert "Page not found" in response.text


def test_no_document_has_such_a_name(client, make_letter):
    document = Document.objects.create(
        title="Report", file=ContentFile(b"%PDF-1.4 no more than this", name="report.pdf")
    )
    make_letter(attachments=[{"type": "document", "value": {"document": document.pk}}])
    whole = client.get(document.url)
    assert b"".join(whole) == b"%PDF-1.4 no more than this"
    assert client.get(f"/documents/{document.pk}/%00").status_code == 404
    assert client.get(f"{document.url}%00").status_code == 404


def test_answer_is_in_the_language_of_the_address(client, home):
    home.copy_for_translation(Locale.objects.create(language_code="ar")).save_revision().publish()
    response = client.get("/ar/%00/")
    assert response.status_code == 404
    assert 'lang="ar"' in response.text


@pytest.mark.parametrize("value", ["%00", "a%00b", "%00%00", "%0%000", "%2500"])
@pytest.mark.parametrize(
    "address",
    [
        *("/?x", "/en/?x", "/en/search/?q", "/en/search/?page", "/admin/login/?next"),
        *("/en/letters/?theme", "/en/letters/?country", "/en/letters/?year", "/en/letters/?type"),
        *("/en/letters/?page", "/en/letters/feed.xml?theme", "/sitemap.xml?part"),
        *("/en/organisations/?q", "/en/organisations/?letter", "/en/organisations/?country"),
        *("/en/publications/?series", "/en/publications/?language", "/en/stories/?theme"),
        *("/en/share/mastodon/?page", "/sitemap.xml?below", "/favicon.ico?x", "/nowhere/?x"),
    ],
)
def test_query_with_nul_is_answered(client, lists, address, value):
    assert client.get(f"{address}={value}").status_code in {200, 302, 404}


def test_editors_who_search_for_nul_find_nothing(editor_client, lists, home):
    ordering = f"/admin/pages/{home.pk}/?ordering"
    for address in ("/admin/pages/search/?q", "/admin/images/?q", ordering):
        assert editor_client.get(f"{address}=a%00b").status_code == 200
