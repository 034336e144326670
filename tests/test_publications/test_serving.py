"""How documents reach readers."""

from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from publications.models import Document
from tests.test_publications.conftest import docx, pdf

pytestmark = pytest.mark.django_db
NAMES = [
    "รายงานที่ดี.pdf",
    "မြန်မာ့အစီရင်ခံစာ.pdf",
    "रिपोर्ट.pdf",
    "تقرير.pdf",
    "報告書.pdf",
    "របាយការណ៍.pdf",
]


@pytest.fixture
def store(offer):
    """A function that stores a document which a published page offers."""

    def create(data, name, title="x"):
        document = Document.objects.create(title=title, file=ContentFile(data, name=name))
        offer(document)
        return document

    return create


@pytest.fixture
def document(store):
    return store(pdf(b"0123456789"), "report.pdf", "Report")


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("name", NAMES)
def test_names_in_every_script_are_kept(client, store, name):
    document = store(pdf(), name)
    answer = client.get(document.url)
    assert body(answer) == pdf()
    assert answer["Content-Disposition"] == f"inline; filename*=utf-8''{quote(name)}"


def test_very_long_names_are_shortened(client, store):
    document = store(pdf(), "မြ" * 80 + ".pdf")
    assert body(client.get(document.url)) == pdf()


def test_all_but_pdf_is_saved_not_shown(client, store, document):
    data = docx()
    word = store(data, "a b.docx")
    answer = client.get(word.url)
    assert body(answer) == data
    assert answer["Content-Disposition"] == 'attachment; filename="a_b.docx"'
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    answer = client.get(document.url)
    assert body(answer)
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("wanted", "status", "part", "range_"),
    [
        ("bytes=9-12", 206, b"0123", "bytes 9-12/26"),
        ("bytes=19-", 206, b"\n%%EOF\n", "bytes 19-25/26"),
        ("bytes=-6", 206, b"%%EOF\n", "bytes 20-25/26"),
        ("bytes=20-999", 206, b"%%EOF\n", "bytes 20-25/26"),
        ("bytes=-999", 206, pdf(b"0123456789"), "bytes 0-25/26"),
        ("bytes=26-", 416, b"", "bytes */26"),
        ("bytes=5-3", 416, b"", "bytes */26"),
        ("bytes=-0", 416, b"", "bytes */26"),
        ("bytes=0-1,4-5", 200, pdf(b"0123456789"), None),
        ("lines=1-2", 200, pdf(b"0123456789"), None),
        ("bytes=-", 200, pdf(b"0123456789"), None),
        ("bytes=0-" + "9" * 5000, 200, pdf(b"0123456789"), None),
    ],
)
def test_parts_of_a_document(client, document, wanted, status, part, range_):
    answer = client.get(document.url, headers={"Range": wanted, "Accept-Encoding": "gzip"})
    assert answer.status_code == status
    assert body(answer) == part
    assert answer.get("Content-Range") == range_
    assert "Content-Encoding" not in answer
    if status != 416:
        assert int(answer["Content-Length"]) == len(part)


def test_a_part_of_a_replaced_document_is_the_whole_of_the_new_one(client, document):
    tag = client.head(document.url)["ETag"]
    for known, status in ((tag, 206), ('"another"', 200)):
        answer = client.get(document.url, headers={"Range": "bytes=0-3", "If-Range": known})
        assert answer.status_code == status
        body(answer)


def test_head_and_unchanged_documents_have_no_body(client, document):
    answer = client.head(document.url)
    assert (answer.status_code, answer["Content-Length"], answer.content) == (200, "26", b"")
    again = client.get(document.url, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_private_documents_need_a_login_and_are_not_stored(client, editor_client, document):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document.collection = collection
    document.save()
    answer = editor_client.get(document.url)
    assert body(answer)
    assert answer["Cache-Control"] == "private, no-store"
    editor_client.logout()
    assert editor_client.get(document.url).status_code == 302
    assert editor_client.get(document.url, headers={"Range": "bytes=0-3"}).status_code == 302


@pytest.mark.parametrize("folder", ["documents", "original_images", "uploaded_files"])
def test_stored_files_have_no_address_of_their_own(client, document, folder):
    for address in (
        f"/media/{folder}/report.pdf",
        f"/media/images/../{folder}/report.pdf",
        f"/media/images/%2e%2e/{folder}/report.pdf",
        f"/media/images/..%5c{folder}%5creport.pdf",
        f"/media/images//{folder}/report.pdf",
    ):
        answer = client.get(address, follow=True)
        assert answer.status_code == 404, address


def test_a_document_whose_file_is_gone_is_not_found(client, document):
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404
    assert client.get(f"/documents/{document.pk}/other.pdf").status_code == 404
