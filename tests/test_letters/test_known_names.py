"""Names of the directory in the reader's language, after the names as signed."""

import csv
import gzip
import io
import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from letters.actions.signatures import rebuild_signatures
from letters.models import OpenLetterPage, Organisation, OrganisationName, PagePDF
from letters.pdf.making import make_pdf
from letters.pdf.receivers import refresh

SIGNED = ["Harbour League", "港口街檔案館", "Quiet House", "Nobody Knows"]


def call(organisation, text, language, kind=OrganisationName.Kind.NAME):
    OrganisationName.objects.create(
        organisation=organisation, text=text, language=language, kind=kind
    )


def add_organisation(first, *others, suppressed=False):
    organisation = Organisation.objects.create(suppressed=suppressed)
    call(organisation, *first)
    for text, language in others:
        call(organisation, text, language, OrganisationName.Kind.TRANSLATION)
    return organisation


def in_arabic(letter):
    """Publish the letter and the pages above it in Arabic; return the letter."""
    locale = Locale.objects.create(language_code="ar")
    for page in letter.get_ancestors(inclusive=True).filter(depth__gt=1).specific():
        page.copy_for_translation(locale).save_revision().publish()
    return OpenLetterPage.objects.get(translation_key=letter.translation_key, locale=locale)


@pytest.fixture
def organisations(db):
    return [
        add_organisation(("Harbour League", "en"), ("رابطة الميناء", "ar"), ("港口聯盟", "zh-TW")),
        add_organisation(("港口街檔案館", "zh-Hant"), ("Harbour Street Archive", "en")),
        add_organisation(("Quiet House", "en"), ("البيت الهادئ", "ar"), suppressed=True),
    ]


@pytest.fixture
def letter(organisations, make_letter):
    return make_letter(lists=[("Groups", SIGNED[:1]), ("", SIGNED[1:])], anonymous_count=1)


@pytest.fixture
def translate(letter):
    """A function that publishes the letter in one more language and returns the page."""

    def translate(code):
        locale = Locale.objects.create(language_code=code)
        page = letter.copy_for_translation(locale, copy_parents=True)
        page.save_revision().publish()
        return OpenLetterPage.objects.get(pk=page.pk)

    return translate


@pytest.fixture
def names(client):
    """A function that returns the names under a page: a list of their `<bdi>` for each."""

    def read(page):
        tree = BeautifulSoup(client.get(page.get_url()).content.decode(), "html.parser")
        return [item.select("bdi") for item in tree.select("#signatories ol > li")]

    return read


def texts(items):
    return [[name.string for name in item] for item in items]


def test_signatory_is_also_called_by_its_name_in_the_language_read(letter, translate, names):
    assert texts(names(translate("ar"))) == [
        ["Harbour League", "رابطة الميناء"],
        ["港口街檔案館"],
        ["Quiet House"],
        ["Nobody Knows"],
    ]
    assert texts(names(letter))[1] == ["港口街檔案館", "Harbour Street Archive"]


def test_name_is_not_repeated_where_it_was_signed(letter, translate, names):
    assert texts(names(letter))[0] == ["Harbour League"]
    assert texts(names(translate("zh-hant")))[:2] == [
        ["Harbour League", "港口聯盟"],
        ["港口街檔案館"],
    ]


def test_other_name_is_marked_only_where_it_is_not_the_language_of_the_page(translate, names):
    arabic, chinese = translate("ar"), translate("zh-hant")
    marks = [(bdi.get("lang"), bdi.get("dir")) for bdi in names(arabic)[0]]
    assert marks == [(None, None), (None, "rtl")]
    assert names(chinese)[0][1]["lang"] == "zh-TW"


def test_reader_is_told_that_the_other_name_was_not_signed(letter, make_letter, client):
    assert "It was not signed." in client.get(letter.get_url()).content.decode()
    plain = make_letter(["Nobody Knows"], title="Another")
    assert "It was not signed." not in client.get(plain.get_url()).content.decode()


def test_letter_can_show_names_as_signed_only(letter, translate, names):
    arabic = translate("ar")
    letter.names_shown = letter.NamesShown.SIGNED
    letter.save_revision().publish()
    assert texts(names(letter)) == texts(names(arabic)) == [[name] for name in SIGNED]


def test_hidden_organisation_is_called_nothing_else(translate, names, organisations):
    page = translate("ar")
    organisations[0].suppressed = True
    organisations[0].save()
    assert texts(names(page)) == [[name] for name in SIGNED]


def test_preference_is_set_on_the_source_alone(letter, translate, editor_client):
    field = 'name="names_shown"'
    page = translate("ar")
    assert field in editor_client.get(f"/admin/pages/{letter.pk}/edit/").content.decode()
    assert field not in editor_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_files_hold_the_other_name_in_a_column(translate, client):
    page = translate("ar")
    response = client.get(f"{page.get_url()}signatories.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["name"] for row in rows[:4]] == SIGNED
    assert [row["name_in_language"] for row in rows[:4]] == ["رابطة الميناء", "", "", ""]
    content = json.loads(client.get(f"{page.get_url()}signatories.json").content)
    assert content["signatories"][0]["name_in_language"] == "رابطة الميناء"
    assert "رابطة" not in client.get(f"{page.get_url()}signatories.txt").content.decode()


def test_pdf_shows_the_other_name_below(translate):
    pdfium = pytest.importorskip("pypdfium2")
    page = translate("zh-hant")
    make_pdf(page.pk)
    pdf = PagePDF.objects.get(page=page)
    assert pdf.state == PagePDF.State.BUILT, pdf.problem
    with pdf.file.open() as file:
        document = pdfium.PdfDocument(file.read())
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert text.index("Harbour League") < text.index("港口聯盟")


@pytest.mark.parametrize("change", ["delete name", "delete organisation", "hide"])
def test_pdf_with_a_name_that_went_is_gone_at_once(
    translate, organisations, change, django_capture_on_commit_callbacks, editor_client
):
    page = translate("ar")
    make_pdf(page.pk)
    assert PagePDF.objects.get(page=page).file
    with django_capture_on_commit_callbacks(execute=True):
        if change == "delete name":
            OrganisationName.objects.get(organisation=organisations[0], language="ar").delete()
        elif change == "delete organisation":
            organisations[0].delete()
        else:
            from letters.directory.hooks import signatures_follow

            organisations[0].suppressed = True
            organisations[0].save()
            signatures_follow(None, organisations[0])
    assert not PagePDF.objects.get(page=page).file


def test_refreshing_a_page_that_says_the_same_keeps_its_pdf(translate, letter):
    page = translate("ar")
    make_pdf(page.pk)
    refresh([letter.pk])
    assert PagePDF.objects.get(page=page).file


@pytest.mark.parametrize("count", [1, 2000])
def test_queries_do_not_grow_with_the_other_names(
    make_letter, client, count, django_assert_max_num_queries
):
    rows = Organisation.objects.bulk_create([Organisation() for _number in range(count)])
    for language, word in (("en", "Group"), ("ar", "جمعية")):
        for number, organisation in enumerate(rows):
            call(organisation, f"{word} {number}", language)
    letter = make_letter([f"Group {number}" for number in range(count)])
    page = in_arabic(letter)
    client.get(page.get_url())
    with django_assert_max_num_queries(20):
        html = client.get(page.get_url()).content.decode()
    assert html.count("جمعية ") == count


def test_real_list_is_small_on_the_line_with_other_names(make_letter, client, shared_data):
    file = shared_data / "letters" / "00_seed_china_global_call_en.expected.json"
    names = json.loads(file.read_text())["signatories"]
    letter = make_letter(names, anonymous_count=39, stated_total=321)
    for number, name in enumerate(names):
        if number % 3 == 0:
            organisation = Organisation.objects.create()
            call(organisation, name[:300], "en")
            call(organisation, f"جمعية الدفاع عن الحقوق والحريات رقم {number}", "ar")
    rebuild_signatures(OpenLetterPage, letter.pk)
    page = in_arabic(letter)
    html = client.get(page.get_url()).content
    assert html.decode().count("جمعية الدفاع") > 60
    size = len(gzip.compress(html, 6))
    assert size < 14 * 1024, size
