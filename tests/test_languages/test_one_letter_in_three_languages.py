"""The same letter in three languages: the same names everywhere, and little to translate."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.operations import translate_object

from letters.models import OpenLetterPage, PagePDF
from letters.pdf.making import make_pdf

NAMES = [
    "Sample Union of Aruvia",
    "اتحاد أروفيا",
    "台灣南社",
    "Ünïon  & “Friends”",
    "สมาคมชาวประมง",
]
WITHDRAWN = NAMES[1]
PARAGRAPHS = 12


@pytest.fixture
def locales(home, letter_index):
    """Arabic and Traditional Chinese, switched on and with the pages above the letters."""
    locales = [Locale.objects.create(language_code=code) for code in ("ar", "zh-hant")]
    for locale in locales:
        for page in (home, letter_index):
            page.copy_for_translation(locale).save_revision().publish()
    return locales


@pytest.fixture
def pages(make_letter, locales):
    """The published letter in all three languages."""
    letter = make_letter(NAMES)
    for locale in locales:
        page = letter.copy_for_translation(locale)
        page.title = {"ar": "رسالة", "zh-hant": "公開信"}[locale.language_code]
        page.save_revision().publish()
    return list(OpenLetterPage.objects.filter(translation_key=letter.translation_key))


def names_on(client, page):
    tree = BeautifulSoup(client.get(page.get_url()).content.decode(), "html.parser")
    return [item.string for item in tree.select("#signatories ol > li > bdi")]


def names_in_file(client, page):
    response = client.get(f"{page.get_url()}signatories.csv")
    rows = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    return [row["name"] for row in rows if row["number"]]


def test_names_are_the_same_in_order_and_bytes(client, pages):
    assert [names_on(client, page) for page in pages] == [NAMES] * 3
    assert [names_in_file(client, page) for page in pages] == [NAMES] * 3


def test_withdrawn_name_is_gone_from_all_at_once(client, pages):
    pdfium = pytest.importorskip("pypdfium2")
    for page in pages:
        make_pdf(page.pk)
    assert PagePDF.objects.exclude(file="").count() == 3
    source = OpenLetterPage.objects.get(pk=pages[0].source.pk)
    names = source.signatories[0].value["names"]
    del names[NAMES.index(WITHDRAWN)]
    source.save_revision().publish()
    left = [name for name in NAMES if name != WITHDRAWN]
    pages = [OpenLetterPage.objects.get(pk=page.pk) for page in pages]
    assert not PagePDF.objects.exclude(file="").exists()
    assert [names_on(client, page) for page in pages] == [left] * 3
    assert [names_in_file(client, page) for page in pages] == [left] * 3
    for page in pages:
        assert client.get(f"{page.get_url()}letter.pdf").status_code == 404
        pdf = make_pdf(page.pk)
        assert pdf.state == PagePDF.State.BUILT, pdf.problem
        with pdf.file.open() as file:
            document = pdfium.PdfDocument(file.read())
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        assert "Aruvia" in text
        assert "أروفيا" not in text


def submit(make_letter, locales, count):
    """Give a letter to translators of two languages; return the queries and the segments."""
    body = [{"type": "text", "value": "".join(f"<p>Paragraph {n}.</p>" for n in range(PARAGRAPHS))}]
    letter = make_letter([f"Group {n}" for n in range(count)], body=body, title=f"L{count}")
    with CaptureQueriesContext(connection) as queries:
        translate_object(letter, locales)
    source = TranslationSource.objects.get(object_id=letter.translation_key)
    return len(queries), StringSegment.objects.filter(source=source).count()


def test_submitting_costs_the_same_whatever_the_number_of_names(make_letter, locales):
    submit(make_letter, locales, 2)  # what is looked up once for all
    few, segments_of_few = submit(make_letter, locales, 1)
    counts = [submit(make_letter, locales, count) for count in (281, 2000)]
    for queries, segments in counts:
        assert segments == segments_of_few <= PARAGRAPHS + 10
        assert abs(queries - few) <= 10, (queries, few)
