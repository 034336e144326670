"""Replacing the file of a document keeps its address and its history."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from publications.models import Document, DocumentVersion
from publications.versions import actions
from tests.test_publications.conftest import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return Document.objects.create(
        title="Report", file=ContentFile(pdf(b"first"), name="report.pdf")
    )


@pytest.fixture
def replace(editor_client, document):
    """A function that puts another file in place of the document's."""

    def post(name, words):
        answer = editor_client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {
                "title": "Report",
                "collection": document.collection_id,
                "file": SimpleUploadedFile(name, pdf(words)),
            },
        )
        assert answer.status_code == 302
        document.refresh_from_db()

    return post


def body(answer):
    return b"".join(answer.streaming_content)


def test_every_address_leads_to_the_newest_file(client, document, replace):
    addresses = [document.url]
    for name, words in (("corrected.pdf", b"second"), ("report.pdf", b"third")):
        replace(name, words)
        addresses.append(document.url)
    for address in addresses:
        assert b"third" in body(client.get(address))
    assert client.get(f"/documents/{document.pk}/never.pdf").status_code == 404


def test_earlier_files_are_listed_read_and_brought_back(editor_client, document, replace):
    replace("corrected.pdf", b"second")
    version = document.versions.get()
    assert version.replaced_by.username == "editor"
    edit = editor_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    url = reverse("publications_versions", args=[document.pk])
    assert url in edit
    html = editor_client.get(url).content.decode()
    assert "report.pdf" in html
    assert f'href="{reverse("wagtaildocs:edit", args=[document.pk])}"' in html
    earlier = reverse("publications_version", args=[version.pk])
    assert b"first" in body(editor_client.get(earlier))
    answer = editor_client.post(url, {"version": version.pk}, follow=True)
    assert "is the document&#x27;s again" in answer.content.decode()
    document.refresh_from_db()
    assert b"first" in body(editor_client.get(document.url))
    assert document.file_size == len(pdf(b"first"))
    assert editor_client.get(earlier, follow=True).status_code == 404
    assert [version.name for version in document.versions.exclude(file="")] == ["corrected.pdf"]


def test_earlier_files_are_for_editors_alone(client, document):
    version = actions.keep_version(document=document, file_name=document.file.name, by=None)
    for url in (
        reverse("publications_versions", args=[document.pk]),
        reverse("publications_version", args=[version.pk]),
    ):
        assert client.get(url).status_code == 302


def test_only_the_newest_files_are_kept_and_all_addresses(
    client, document, replace, media, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(actions, "KEPT", 2)
    for number in range(4):
        with django_capture_on_commit_callbacks(execute=True):
            replace(f"report-{number}.pdf", b"again")
    assert document.versions.count() == 4
    assert len(list((media / "documents").iterdir())) == 3
    assert b"again" in body(client.get(f"/documents/{document.pk}/report.pdf"))


def test_earlier_files_are_deleted_on_demand(
    client, editor_client, document, replace, media, django_capture_on_commit_callbacks
):
    address, url = document.url, reverse("publications_versions", args=[document.pk])
    replace("corrected.pdf", b"second")
    assert "1 file cannot be brought back afterwards." in editor_client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor_client.post(url, {"forget": "1"}, follow=True)
    html = answer.content.decode()
    assert "1 earlier file was deleted." in html
    assert "No longer kept" in html
    assert "Delete the earlier files" not in html
    assert [file.name for file in (media / "documents").iterdir()] == ["corrected.pdf"]
    assert b"second" in body(client.get(address))


def test_files_of_a_deleted_document_go_with_it(
    document, replace, media, django_capture_on_commit_callbacks
):
    replace("other.pdf", b"second")
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not DocumentVersion.objects.exists()
    assert not list((media / "documents").iterdir())
