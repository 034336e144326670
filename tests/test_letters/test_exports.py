"""The signatories as files: nothing altered, nothing that a spreadsheet runs, nothing private."""

import csv
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.models import Locale, PageViewRestriction

from letters.models import Organisation, OrganisationName

ENDINGS = ["csv", "xlsx", "json", "txt"]
NAMES = [
    "Tamarin Union",
    "اتحاد أروفيا",
    "港口街檔案館、東",
    'The "Quiet" House, Aruvia; and friends',
    "मानव अधिकार",
    "Café\u0301 d’Aruvia",
]
FORMULAS = [
    '=HYPERLINK("https://example.org/","x")',
    "+972 Harbour",
    "-2+3",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "House;=1+1",
]


def address(page, ending):
    return f"{page.get_url()}signatories.{ending}"


def fetch(client, page, ending, **headers):
    return client.get(address(page, ending), headers=headers)


def table(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def names_in(response, ending):
    if ending == "csv":
        return [row[1] for row in table(response)[1:] if row[0]]
    if ending == "xlsx":
        sheet = load_workbook(io.BytesIO(response.content))["Signatories"]
        return [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    if ending == "json":
        return [entry["name"] for entry in json.loads(response.content)["signatories"]]
    return re.findall(r"^\d+\. (.*)$", response.content.decode(), flags=re.MULTILINE)


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_are_as_signed(client, make_letter, ending):
    letter = make_letter(lists=[("", NAMES[:2]), ("People", NAMES[2:])])
    response = fetch(client, letter, ending)
    assert response.status_code == 200
    assert names_in(response, ending) == NAMES


@pytest.mark.parametrize("ending", ["xlsx", "json", "txt"])
def test_formulas_are_as_signed_where_the_format_can_say_that_they_are_text(
    client, make_letter, ending
):
    response = fetch(client, make_letter(FORMULAS), ending)
    assert names_in(response, ending) == FORMULAS


def test_no_cell_of_a_workbook_is_a_formula_or_an_error(client, make_letter):
    response = fetch(client, make_letter([*FORMULAS, "#N/A", "\x01x", "Plain"]), "xlsx")
    book = load_workbook(io.BytesIO(response.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    quoted = [cell.value for cell in cells if cell.quotePrefix]
    assert set(FORMULAS) <= set(quoted)
    assert "Plain" not in quoted


def test_no_cell_of_a_csv_file_begins_like_a_formula(client, make_letter):
    letter = make_letter(lists=[("=A heading", [*FORMULAS, "Plain"])])
    response = fetch(client, letter, "csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.content.count(b"\r\n") == response.content.count(b"\n")
    cells = [cell for row in table(response) for cell in row]
    # Read with semicolons too, as Excel does in half of the world.
    split = csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    cells += [cell for row in split for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@＝＋－＠\t\r")] == []
    assert names_in(response, "csv") == [
        *(f"'{name}" for name in FORMULAS[:-1]),
        "House;'=1+1",
        "Plain",
    ]


def test_records_of_a_csv_file_have_all_columns(client, make_letter):
    rows = table(fetch(client, make_letter(NAMES, anonymous_count=2), "csv"))
    assert rows[0] == [
        *["number", "name", "kind", "language", "section", "organisation", "country"],
        "name_in_language",
    ]
    assert {len(row) for row in rows} == {8}
    assert [row[1] for row in rows if not row[0]] == [
        "and 2 anonymous signatories",
        "8 signatories in all",
    ]


def test_what_is_known_of_a_name_stands_beside_it(client, make_letter):
    shown = Organisation.objects.create(country="TW")
    OrganisationName.objects.create(organisation=shown, text="Tamarin Union")
    OrganisationName.objects.create(organisation=shown, text="UdT")
    OrganisationName.objects.create(organisation=shown, text="Union of Tamarin", preferred=True)
    hidden = Organisation.objects.create(country="NP", suppressed=True)
    OrganisationName.objects.create(organisation=hidden, text="Quiet House")
    letter = make_letter(lists=[("Organisations", ["Tamarin Union", "Quiet House"])])
    section = "Organisations"
    assert table(fetch(client, letter, "csv"))[1:3] == [
        ["1", "Tamarin Union", "organisation", "", section, "Union of Tamarin", "Taiwan", ""],
        ["2", "Quiet House", "organisation", "", section, "", "", ""],
    ]
    assert json.loads(fetch(client, letter, "json").content)["signatories"][0] == {
        "number": 1,
        "name": "Tamarin Union",
        "kind": "organisation",
        "language": "",
        "section": "Organisations",
        "organisation": "Union of Tamarin",
        "country": "TW",
        "country_name": "Taiwan",
        "name_in_language": "",
    }


def test_json_counts(client, make_letter):
    letter = make_letter(NAMES, anonymous_count=2, stated_total=9)
    content = json.loads(fetch(client, letter, "json").content)
    counts = {name: content[name] for name in ("listed", "anonymous", "total", "stated_total")}
    assert counts == {"listed": 6, "anonymous": 2, "total": 8, "stated_total": 9}
    assert content["address"] == f"http://testserver{letter.get_url()}"


def test_text_can_be_pasted_as_it_is(client, make_letter):
    letter = make_letter(lists=[("", ["A House"]), ("People", ["Ana Ro"])], anonymous_count=1)
    assert fetch(client, letter, "txt").content.decode() == (
        "1. A House\n\nPeople\n\n2. Ana Ro\n\nand 1 anonymous signatory\n3 signatories in all\n"
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_to_keep_that_nobody_guesses_about(client, make_letter, ending):
    letter = make_letter(["A House"], slug="réservé")
    response = fetch(client, letter, ending)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert f"signatories.{ending}" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, no-cache"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_sent_again_only_when_the_names_changed(client, make_letter, ending):
    letter = make_letter(["A House", "B House"])
    etag = fetch(client, letter, ending)["ETag"]
    again = fetch(client, letter, ending, if_none_match=etag)
    assert (again.status_code, again.content) == (304, b"")
    letter.signatories[0].value["names"].pop()
    letter.save_revision().publish()
    assert fetch(client, letter, ending, if_none_match=etag).status_code == 200


@pytest.mark.parametrize("ending", ENDINGS)
def test_only_what_is_published_for_everybody(client, make_letter, letter_index, ending):
    draft = make_letter(["A House"], publish=False, slug="draft")
    private = make_letter(["A House"], slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    nameless = make_letter(slug="nameless")
    for page in (draft, private, nameless, letter_index):
        assert fetch(client, page, ending).status_code == 404


def test_a_translation_gives_the_names_of_its_source(client, home, letter_index, make_letter):
    letter = make_letter(["A House"])
    arabic = Locale.objects.create(language_code="ar")
    for page in (home, letter_index, letter):
        page.copy_for_translation(arabic).save_revision().publish()
    translation = letter.get_translation(arabic)
    assert address(translation, "json") == "/ar/letters/a-letter/signatories.json"
    assert names_in(fetch(client, translation, "json"), "json") == ["A House"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_queries_do_not_grow_with_the_list(client, make_letter, ending):
    counts = set()
    for number in (1, 281):
        names = [f"House {n}" for n in range(number)]
        for name in names:
            organisation = Organisation.objects.create()
            OrganisationName.objects.create(organisation=organisation, text=f"{name} {number}")
        letter = make_letter([f"{name} {number}" for name in names], slug=f"l{number}")
        fetch(client, letter, ending)
        with CaptureQueriesContext(connection) as queries:
            assert fetch(client, letter, ending).status_code == 200
        counts.add(len(queries))
    assert len(counts) == 1
    assert counts.pop() <= 20
