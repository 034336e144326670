"""Taking names out of a PDF with one click."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from publications.models import Document
from publications.reading.cleaning import cleaned
from tests.test_publications.pdfs import pdf, xmp

NAMES = [b"Mara Ilen", b"Tovi Adar", b"Attribute Author", b"Comment Writer"]
COMMENT = (
    "/Annots[<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/T(Comment Writer)/Contents(Check)>>"
    "<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 9 9]/T(field)>>]"
)


def named(**more):
    return pdf(
        ["A text by Mara", "Second page"],
        info="/Title(A \\(short\\) title)/Author(Mara Ilen)/Creator(Mara Ilen)/CreationDate(D:20260101)",
        catalog="/Metadata 10 0 R/Lang(en)",
        extra=[xmp("Tovi Adar")],
        annotations=COMMENT,
        **more,
    )


@pytest.fixture
def document(make_document):
    made = make_document(named(), name="report.pdf", title="Upload 17")
    call_command("read_documents", stdout=io.StringIO())
    return Document.objects.get(pk=made.pk)


def test_no_name_is_left_in_any_byte():
    before = named()
    assert all(name in before for name in NAMES)
    after = cleaned(io.BytesIO(before))
    assert [name for name in NAMES if name in after] == []
    assert b"(A \\(short\\) title)" in after
    assert b"/T(field)" in after


def test_older_versions_inside_the_file_go_too():
    newer = named() + b"4 0 obj\n<</Author(Nobody)>>\nendobj\n"
    assert b"Mara Ilen" not in cleaned(io.BytesIO(newer))


def test_title_that_speaks_of_a_stream_hides_no_name():
    info = "/Title(An upstream village)/Author(Mara Ilen)/CreationDate(D:20260101)"
    after = cleaned(io.BytesIO(pdf(["Words"], info=info)))
    assert b"An upstream village" in after
    assert b"Mara Ilen" not in after


def test_one_click_replaces_the_file(document, editor_client, django_capture_on_commit_callbacks):
    old = Path(document.file.path)
    form = editor_client.get(f"/admin/documents/edit/{document.pk}/").content.decode()
    assert "Comment Writer" in form
    assert "Take the names out of the file" in form
    with django_capture_on_commit_callbacks(execute=True):
        response = editor_client.post(
            f"/admin/publications/documents/{document.pk}/clean/", follow=True
        )
    assert "The names are gone." in response.content.decode()
    document = Document.objects.get(pk=document.pk)
    assert not any(name in Path(document.file.path).read_bytes() for name in NAMES)
    assert not old.exists()
    assert document.file_size == Path(document.file.path).stat().st_size
    assert document.reading.names == []
    assert document.reading.state == "read"
    assert [page.text for page in document.pages.all()] == ["A text by Mara", "Second page"]


def test_no_stored_byte_names_anybody_after_cleaning(
    document, editor_client, client, media, django_capture_on_commit_callbacks
):
    address = document.url
    for number in range(2):
        replaced = SimpleUploadedFile("report.pdf", named() + b"% version" * number)
        with django_capture_on_commit_callbacks(execute=True):
            editor_client.post(
                f"/admin/documents/edit/{document.pk}/",
                {"title": "Report", "collection": document.collection_id, "file": replaced},
            )
    call_command("read_documents", stdout=io.StringIO())
    form = editor_client.get(f"/admin/documents/edit/{document.pk}/").content.decode()
    assert "So are 2 earlier files of this document" in form
    with django_capture_on_commit_callbacks(execute=True):
        response = editor_client.post(
            f"/admin/publications/documents/{document.pk}/clean/", follow=True
        )
    assert "So were 2 earlier files." in response.content.decode()
    stored = [file for file in media.rglob("*") if file.is_file()]
    assert [file.suffix for file in stored].count(".pdf") == 1
    assert [file for file in stored if any(name in file.read_bytes() for name in NAMES)] == []
    assert b"".join(client.get(address).streaming_content).startswith(b"%PDF")


def test_file_that_cannot_be_cleaned_stays_as_it_is(document, editor_client, monkeypatch):
    from publications.reading.plain import PlainPDF

    monkeypatch.setattr(PlainPDF, "take_names_out", lambda self: None)
    before = Path(document.file.path).read_bytes()
    response = editor_client.post(
        f"/admin/publications/documents/{document.pk}/clean/", follow=True
    )
    assert "could not be taken out" in response.content.decode()
    assert Path(Document.objects.get(pk=document.pk).file.path).read_bytes() == before


def test_title_of_the_file_is_taken_over_on_a_click_only(document, editor_client):
    assert document.title == "Upload 17"
    editor_client.post(f"/admin/publications/documents/{document.pk}/title/")
    document.refresh_from_db()
    assert document.title == "A (short) title"


@pytest.mark.parametrize("address", ["clean", "title", "again"])
def test_only_who_may_change_a_document_may_do_this(document, client, django_user_model, address):
    from django.contrib.auth.models import Permission

    url = f"/admin/publications/documents/{document.pk}/{address}/"
    assert client.post(url).status_code == 302
    user = django_user_model.objects.create_user("visitor", password="secret", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    client.post(url)
    document = Document.objects.get(pk=document.pk)
    assert b"Mara Ilen" in Path(document.file.path).read_bytes()
    assert document.title == "Upload 17"
    assert document.reading.state == "read"


def test_looking_at_the_address_changes_nothing(document, editor_client):
    assert (
        editor_client.get(f"/admin/publications/documents/{document.pk}/clean/").status_code == 405
    )


def test_publication_editor_shows_files_with_proposals(document, make_publication, editor_client):
    page = make_publication(files=[{"document": document}])
    html = editor_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "What the files say about themselves" in html
    assert 'data-take="A (short) title" data-into="title"' in html
    assert 'data-into="files-0-language"' in html
    assert 'data-take="2" data-into="page_count"' in html
    assert "Tovi Adar" in html
    assert "take-over.js" in html
