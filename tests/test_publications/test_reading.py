"""What is found in uploaded files."""

import hashlib
import io

import pytest
from django.core.management import call_command

from multimedia.models import Image
from publications.models import Document, DocumentPage, DocumentReading
from tests.test_publications.pdfs import pdf, xmp


@pytest.fixture
def read_pdf(make_document):
    """A function that uploads a file and has it read."""

    def read(content, **fields):
        document = make_document(content, **fields)
        call_command("read_documents", stdout=io.StringIO())
        return DocumentReading.objects.get(document=document)

    return read


def test_upload_waits_to_be_read(make_document):
    from django_tasks_db.models import DBTaskResult

    document = make_document()
    assert document.reading.state == "pending"
    [task] = DBTaskResult.objects.all()
    assert task.task_path == "publications.tasks.read_document"
    document.title = "Another title"
    document.save()
    assert DBTaskResult.objects.count() == 1


def test_pages_cover_title_and_language(read_pdf):
    content = pdf(
        ["The price of a tree", "Springs ran dry", ""],
        info="/Title(Price of a tree)",
        catalog="/Lang(en-GB)",
    )
    reading = read_pdf(content, title="Upload 17")
    assert (reading.state, reading.page_count) == ("read", 3)
    assert (reading.title, reading.language) == ("Price of a tree", "en")
    assert reading.sha256 == hashlib.sha256(content).hexdigest()
    assert [(page.number, page.text) for page in reading.document.pages.all()] == [
        (1, "The price of a tree"),
        (2, "Springs ran dry"),
    ]
    assert (reading.cover.width, reading.cover.height) == (1200, 1600)
    assert reading.document.title == "Upload 17"


def test_other_files_have_a_checksum_only(read_pdf):
    reading = read_pdf(b"Some words", name="checklist.txt")
    assert reading.sha256 == hashlib.sha256(b"Some words").hexdigest()
    assert (reading.state, reading.page_count, reading.cover) == ("read", None, None)


JAVASCRIPT = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
ATTACHMENT = (
    "/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F 10 0 R>>>>]>>>>"
)


@pytest.mark.parametrize(
    ("content", "state", "problems"),
    [
        (pdf(["Words", "More words"]), "read", []),
        (pdf(["", ""]), "read", ["no-text"]),
        (pdf(["Words", "", ""]), "read", ["some-without-text"]),
        (pdf(["Words"], catalog=JAVASCRIPT), "read", ["scripts"]),
        (
            pdf(["Words"], catalog=ATTACHMENT, extra=[b"<</Length 2>>stream\nhi\nendstream"]),
            "read",
            ["attachments"],
        ),
        (b"%PDF-1.7 and nothing else", "failed", ["broken"]),
        (b"", "failed", ["broken"]),
        (b"no PDF at all" * 100, "failed", ["broken"]),
    ],
)
def test_what_is_wrong_with_a_file(read_pdf, content, state, problems):
    reading = read_pdf(content)
    assert (reading.state, reading.problems) == (state, problems)


def test_file_that_takes_too_long_is_given_up(read_pdf, monkeypatch):
    monkeypatch.setattr("publications.reading.run.TIME_LIMIT", 0.001)
    reading = read_pdf(pdf(["Words"]))
    assert (reading.state, reading.problems) == ("failed", ["limits"])


def test_names_are_found_wherever_they_hide(read_pdf):
    comment = (
        "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Comment Writer)/Contents(Check)>>"
        "<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 9 9]/T(a field of a form)>>]"
    )
    content = pdf(
        ["Words"],
        info="/Author(Mara Ilen)/Creator(mara.ilen Writer)/CreationDate(D:20260101)",
        catalog="/Metadata 10 0 R",
        extra=[xmp("Tovi Adar", "Third Name")],
        annotations=comment,
    )
    assert read_pdf(content).names == [
        ["info", "Mara Ilen"],
        ["info", "mara.ilen Writer"],
        ["xml", "Attribute Author"],
        ["xml", "Tovi Adar"],
        ["xml", "Third Name"],
        ["comment", "Comment Writer"],
    ]


def test_xml_with_a_bomb_in_it_is_not_read(read_pdf):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>'
    stream = b"<</Type/Metadata/Length %d>>stream\n" % len(bomb) + bomb + b"\nendstream"
    reading = read_pdf(pdf(["Words"], catalog="/Metadata 10 0 R", extra=[stream]))
    assert (reading.state, reading.names) == ("read", [])


def test_replaced_file_is_read_anew_and_the_old_text_goes_at_once(
    read_pdf, django_capture_on_commit_callbacks
):
    from django.core.files.base import ContentFile

    reading = read_pdf(pdf(["Old words"]))
    old_cover = reading.cover_id
    document = reading.document
    document.file = ContentFile(pdf(["New words"]), name="new.pdf")
    document.save()
    assert not DocumentPage.objects.exists()
    assert not Image.objects.filter(pk=old_cover).exists()
    call_command("read_documents", stdout=io.StringIO())
    assert [page.text for page in DocumentPage.objects.all()] == ["New words"]


def test_what_was_read_in_a_replaced_file_is_thrown_away(make_document, monkeypatch):
    from publications.reading import making

    document = make_document(pdf(["Old words"]))
    found_in = making.found_in

    def replaced_meanwhile(content):
        DocumentReading.objects.filter(document=document).update(change=99)
        return found_in(content)

    monkeypatch.setattr(making, "found_in", replaced_meanwhile)
    reading = making.read_document(document.pk)
    assert reading.state == "pending"
    assert not DocumentPage.objects.exists()


def test_nothing_is_left_when_the_document_goes(read_pdf):
    read_pdf(pdf(["Words"])).document.delete()
    assert not DocumentReading.objects.exists()
    assert not DocumentPage.objects.exists()
    assert not Image.objects.exists()
    from wagtail.search.models import IndexEntry

    assert not IndexEntry.objects.filter(content_type__model="documentpage").exists()


def test_command_reads_documents_from_before(make_document):
    make_document(pdf(["Words"]))
    DocumentReading.objects.all().delete()
    call_command("read_documents", "--all", stdout=io.StringIO())
    assert Document.objects.get().reading.page_count == 1


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en-US", "Words", "en"),
        ("zh-Hant", "字", "zh-hant"),
        ("", "សាលារៀនពេលយប់", "km"),
        ("en-US", "សាលារៀនពេលយប់", "km"),
        ("", "ماء لأربع قرى", "ar"),
        ("", "آب برای چهار روستا، گزارش", ""),
        ("", "Words", ""),
        ("xx", "", ""),
    ],
)
def test_language_is_declared_or_proved_by_its_script(declared, text, language):
    from publications.reading.languages import language_of

    assert language_of(declared, text) == language
