"""The PDFs of the sample publications."""

import io

import pypdfium2
import pytest

from demo import reports
from demo.content import Content
from letters.pdf import fonts

needs_fonts = pytest.mark.skipif(not fonts.are_there(), reason="the fonts of PDFs are missing")


def texts(content):
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_every_report_is_used_by_a_document():
    content = Content()
    used = {entry["report"] for entry in content.documents.values() if "report" in entry}
    assert used == set(content.reports)


def test_without_fonts_there_are_no_reports(monkeypatch):
    monkeypatch.setattr(fonts, "are_there", lambda: False)
    assert reports.typeset_all(Content().reports) == {}


@needs_fonts
@pytest.mark.parametrize("name", ["tree", "water-ar", "school-km"])
def test_report_says_that_it_is_a_sample_and_can_be_read_back(name):
    report = Content().reports[name]
    content = reports.typeset(report)
    pages = texts(content)
    assert len(pages) == len(report["chapters"]) + 1
    plain = "".join(pages[0].split())
    assert "".join(report["notice"].split())[:12] in plain
    assert reports.typeset(report) == content


@needs_fonts
def test_scanned_report_has_no_letters():
    assert "".join(texts(reports.typeset(Content().reports["harbour"]))).strip() == ""


def test_demo_without_fonts_has_publications_without_pdfs(db, client, monkeypatch):
    from django.core.management import call_command

    from demo import loading
    from tests.test_demo.demo_site import small_drawings

    monkeypatch.setattr(loading, "draw_all", small_drawings)
    monkeypatch.setattr(loading, "typeset_all", lambda reports: {})
    call_command("load_demo", stdout=io.StringIO())
    page = client.get("/en/publications/before-you-press-record/").content.decode()
    assert "checklist" in page
    assert ".pdf" not in page
    said = io.StringIO()
    call_command("load_demo", stdout=said)
    assert said.getvalue() == "The demo content is loaded already.\n"
