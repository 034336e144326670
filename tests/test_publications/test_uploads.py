"""Which documents are taken in, and what is said about the others."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from publications.models import Document
from tests.test_publications.conftest import archive, docx, pdf

pytestmark = pytest.mark.django_db


def bomb():
    """A document of some kilobytes that holds gigabytes."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as result:
        result.writestr("[Content_Types].xml", "<x/>")
        with result.open("word/document.xml", "w", force_zip64=True) as entry:
            for _ in range(40):
                entry.write(b"\0" * 1024 * 1024)
    return file.getvalue()


def odt():
    file = BytesIO()
    with ZipFile(file, "w") as result:
        result.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        result.writestr("content.xml", "<x/>")
    return file.getvalue()


@pytest.fixture
def send(editor_client):
    """A function that uploads a file through the form, and returns the answer."""

    def post(name, data, **fields):
        fields = {
            "title": "Our report",
            "collection": Collection.get_first_root_node().pk,
            "file": SimpleUploadedFile(name, data),
        } | fields
        return editor_client.post(reverse("wagtaildocs:add"), fields)

    return post


GOOD = {
    "report.pdf": pdf(),
    "report.docx": docx(),
    "report.odt": odt(),
    "figures.csv": "country,count\nသမ်း,3\n".encode(),
    "notes.txt": "Đây là ghi chú".encode(),
    "utf16.txt": "\ufeffNotes".encode("utf-16-le"),
    "รายงานที่ดี.pdf": pdf(),
}
BAD = {
    "program.pdf": (b"MZ\x90\0\3\0\0\0", "This is a program"),
    "program.docx": (b"\x7fELF\2\1\1\0", "This is a program"),
    "page.html": (b"<html><script>alert(1)</script>", "no document that we take"),
    "page.pdf": (b"<!DOCTYPE html><script>1</script>", "web page"),
    "page.txt": (b"  <script>alert(1)</script>", "web page"),
    "drawing.csv": (b"<?xml version='1.0'?><svg onload='alert(1)'/>", "web page"),
    "polyglot.pdf": (b"%PDF-1.4\n<html><script>alert(1)</script>\n%%EOF", "web page"),
    "behind.pdf": (pdf() + archive("evil.txt"), "behind the end of this PDF"),
    "half.pdf": (b"%PDF-1.4\nand then nothing", "incomplete"),
    "late.pdf": (b"GIF89a %PDF-1.4 %%EOF", "no document that we take"),
    "bomb.docx": (bomb(), "far larger than any real one"),
    "macros.docx": (docx("word/vbaProject.bin"), "macros"),
    "archive.docx": (archive("holiday.txt"), "ZIP archive"),
    "broken.docx": (docx()[:60], "damaged"),
    "renamed.pdf": (docx(), "its content is .docx"),
    "renamed.docx": (pdf(), "its content is .pdf"),
    "old.txt": ("Übersicht".encode("latin-1"), "UTF-8"),
    "binary.txt": (b"a\0b\1c", "no document that we take"),
    "data.exe": (pdf(), "no document that we take"),
}


@pytest.mark.parametrize("name", GOOD)
def test_documents_are_taken(send, name):
    answer = send(name, GOOD[name])
    assert answer.status_code == 302, answer.context["form"].errors
    assert Document.objects.get().filename == name


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_document_is_refused_with_a_reason_and_nothing_typed_is_lost(send, media, name):
    data, reason = BAD[name]
    answer = send(name, data)
    assert answer.status_code == 200
    [said] = answer.context["form"].errors["file"]
    assert reason in said
    assert answer.context["form"]["title"].value() == "Our report"
    assert not Document.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize("way", ["many", "chooser"])
def test_every_way_in_is_watched(editor_client, way):
    file = SimpleUploadedFile("page.pdf", BAD["page.pdf"][0])
    if way == "many":
        answer = editor_client.post(reverse("wagtaildocs:add_multiple"), {"files[]": file})
        said = answer.json()["error_message"]
        assert "web page" in said
        assert "not allowed" not in said
    else:
        prefix = "document-chooser-upload"
        answer = editor_client.post(
            reverse("wagtaildocs_chooser:create"),
            {f"{prefix}-title": "x", f"{prefix}-file": file},
        )
        assert "web page" in answer.content.decode()
    assert not Document.objects.exists()
