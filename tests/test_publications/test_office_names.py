"""Editors see whom Office files name, and take that out with one click."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from publications.models import Document
from publications.reading import office
from publications.reading.office import cleaned_office, read_office
from publications.reading.run import UnreadableError
from tests.test_publications.offices import FILES, NAMES, TEXT, TYPES, WORD, packed


def parts(data):
    with ZipFile(io.BytesIO(data)) as archive:
        return {
            entry.filename: archive.read(entry).decode("latin-1") for entry in archive.infolist()
        }


def named(data):
    return {name for name in NAMES for part in parts(data).values() if name in part}


@pytest.fixture
def upload(editor_client, db):
    """A function that uploads a file by the form; returns its document and the HTML of the
    form afterwards."""

    def post(data, name):
        file = SimpleUploadedFile(name, data)
        fields = {"title": "Upload 17", "collection": 1, "file": file}
        answer = editor_client.post("/admin/documents/add/", fields)
        assert answer.status_code == 302, answer.context["form"].errors
        call_command("read_documents", stdout=io.StringIO())
        document = Document.objects.get()
        return document, editor_client.get(f"/admin/documents/edit/{document.pk}/").content.decode()

    return post


@pytest.mark.parametrize("kind", FILES)
def test_names_are_shown_and_gone_after_one_click(
    upload, editor_client, media, kind, django_capture_on_commit_callbacks
):
    assert len(named(FILES[kind])) >= 4
    document, form = upload(FILES[kind], f"a.{kind}")
    for shown in ("Mara Ilen", "Tovi Adar", "mara@example.org"):
        if shown in named(FILES[kind]):
            assert shown in form
    assert "document properties" in form
    assert "comments and tracked changes" in form
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor_client.post(
            f"/admin/publications/documents/{document.pk}/clean/", follow=True
        )
    assert "The names are gone." in answer.content.decode()
    (stored,) = (file for file in media.rglob("*") if file.is_file())
    assert named(stored.read_bytes()) == set()
    document = Document.objects.get()
    assert (document.reading.names, document.reading.title) == ([], "The river")
    assert document.file_size == stored.stat().st_size


@pytest.mark.parametrize("kind", FILES)
def test_everything_else_stays_to_the_letter(kind):
    before, after = parts(FILES[kind]), parts(cleaned_office(io.BytesIO(FILES[kind])))
    assert list(before) == list(after)
    untouched = {"[Content_Types].xml", "xl/tables/table1.xml", "mimetype", "Pictures/a.png"}
    assert [name for name in untouched & set(before) if before[name] != after[name]] == []
    kept = {
        "docx": ("word/document.xml", TEXT),
        "xlsx": ("xl/workbook.xml", '<sheet name="Rivers"/>'),
        "pptx": ("docProps/core.xml", "<cp:revision>7</cp:revision>"),
    }
    name, text = kept.get(kind, ("settings.xml", ">100<"))
    assert text in after[name]
    if kind == "docx":
        links = after["word/_rels/settings.xml.rels"]
        assert "https://example.org/" in links
        assert "media/a.png" in links


def test_dates_and_remarks_of_the_archive_go():
    with ZipFile(io.BytesIO(cleaned_office(io.BytesIO(FILES["odt"])))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", 0)


def test_file_without_names_has_nothing_to_worry_about(upload):
    _document, form = upload(packed(TYPES | {"word/document.xml": "<w/>"}), "a.docx")
    assert "Nothing to worry about." in form


def test_parts_that_cannot_be_read_are_told_of(upload):
    document, form = upload(packed(TYPES | WORD | {"word/people.xml": "<open>"}), "a.docx")
    assert "cannot be opened to see whom it names" in form
    assert document.reading.state == "failed"


@pytest.mark.parametrize("hidden", ["<x>Mara Ilen</x>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"])
def test_file_is_not_called_clean_for_what_it_hides(hidden):
    core = f"<c><creator>{hidden}</creator></c>"
    if hidden.startswith("<!"):
        core = f"{hidden}<c/>"
        with pytest.raises(UnreadableError):
            read_office(io.BytesIO(packed(TYPES | {"docProps/core.xml": core})))
        return
    data = packed(TYPES | {"docProps/core.xml": core, "word/people.xml": WORD["word/people.xml"]})
    assert named(cleaned_office(io.BytesIO(data))) == set()
    core = core.encode("utf-16")
    with pytest.raises(UnreadableError):
        cleaned_office(io.BytesIO(packed(TYPES | {"docProps/core.xml": core})))


def test_a_part_that_is_too_long_is_told_of(upload, monkeypatch):
    monkeypatch.setattr(office, "LONGEST_PART", 50)
    _document, form = upload(FILES["docx"], "a.docx")
    assert "too long to see whom it names" in form


def test_file_stays_where_a_name_would_be_left(upload, editor_client, monkeypatch):
    monkeypatch.setattr(office, "_without", lambda data, rule: data)
    document, _form = upload(FILES["docx"], "a.docx")
    answer = editor_client.post(f"/admin/publications/documents/{document.pk}/clean/", follow=True)
    assert "could not be taken out" in answer.content.decode()
    assert named(Path(Document.objects.get().file.path).read_bytes())
