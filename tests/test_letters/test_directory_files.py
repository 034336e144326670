"""The directory as a file, out and in again."""

import csv
import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from letters.models import Organisation, OrganisationName, Signature

pytestmark = pytest.mark.ignore_template_errors

IMPORT = "/admin/letters/organisations/import/"
HEADINGS = "organisation,name,language,kind,preferred,country,website,member"


def as_csv(*lines, headings=HEADINGS, encoding="utf-8"):
    return SimpleUploadedFile("t.csv", "\r\n".join([headings, *lines]).encode(encoding))


def as_xlsx(*rows, headings=HEADINGS):
    workbook = Workbook()
    for row in (headings.split(","), *rows):
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return SimpleUploadedFile("t.xlsx", out.getvalue())


def upload(client, file):
    return client.post(IMPORT, {"file": file})


def confirm(client, preview, **extra):
    return client.post(IMPORT, {"table": preview.context["table"]} | extra)


def everything():
    rows = OrganisationName.objects.order_by("pk").select_related("organisation")
    return [
        (row.organisation_id, row.text, row.language, row.kind, row.preferred,
         row.organisation.country.code or "", row.organisation.website, row.organisation.member)
        for row in rows
    ]  # fmt: skip


LINES = [
    "a,Tamarin Union,en,,yes,TH,https://tamarin.example.org/,yes",
    "a,اتحاد التمر,ar,translation,,,,",
    "a,TU,,acronym,,,,",
    ",猿の家,ja,,,Japan,,",
    ",=SUM(A1) Society,,,,,,no",
]
READ = [
    ("Tamarin Union", "en", "name", True, "TH", "https://tamarin.example.org/", True),
    ("اتحاد التمر", "ar", "translation", False, "TH", "https://tamarin.example.org/", True),
    ("TU", "", "acronym", False, "TH", "https://tamarin.example.org/", True),
    ("猿の家", "ja", "name", True, "JP", "", False),
    ("=SUM(A1) Society", "", "name", True, "", "", False),
]


@pytest.mark.parametrize(
    "file",
    [
        lambda: as_csv(*LINES),
        lambda: as_csv(*LINES, encoding="utf-8-sig"),
        lambda: as_csv(*LINES, encoding="utf-16"),
        lambda: as_csv(*(line.replace(",", ";") for line in LINES), headings=HEADINGS.replace(",", ";")),
        lambda: as_csv(*(line.replace(",", "\t") for line in LINES), headings=HEADINGS.upper().replace(",", "\t")),
    ],
    ids=["utf-8", "with-mark", "utf-16", "semicolons", "tabs"],
)  # fmt: skip
def test_a_file_is_previewed_then_imported_and_does_nothing_again(editor_client, file):
    preview = upload(editor_client, file())
    assert preview.context["counts"] == {"created": 3, "changed": 0, "unchanged": 0}
    assert Organisation.objects.count() == 0
    assert confirm(editor_client, preview).status_code == 302
    stored = everything()
    assert [row[1:] for row in stored] == READ
    again = upload(editor_client, file())
    assert again.context["counts"] == {"created": 0, "changed": 0, "unchanged": 3}
    confirm(editor_client, again)
    assert everything() == stored


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_comes_back_unchanged_and_is_no_formula(editor_client, ending):
    confirm(editor_client, upload(editor_client, as_csv(*LINES)))
    response = editor_client.get(f"/admin/letters/organisations/export.{ending}")
    content = response.content
    assert "no-store" in response["Cache-Control"]
    if ending == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert "'=SUM(A1) Society" in [row[1] for row in rows]
    else:
        sheet = load_workbook(io.BytesIO(content)).active
        assert [cell.data_type for cell in sheet["B"]] == ["s"] * 6
        rows = list(sheet.values)
    assert len(rows) == 6
    preview = upload(editor_client, SimpleUploadedFile(f"x.{ending}", content))
    assert preview.context["counts"] == {"created": 0, "changed": 0, "unchanged": 3}
    assert preview.context["plan"].problems == []


def test_rows_change_what_is_there(editor_client):
    confirm(editor_client, upload(editor_client, as_csv(*LINES)))
    key = Organisation.objects.order_by("pk").first().pk
    preview = upload(
        editor_client,
        as_xlsx(
            [key, "Tamarin Union of Thailand", "en", "name", True, None, None, None],
            [None, "tamarin union", None, "former", None, "LA", None, "no"],
        ),
    )
    assert preview.context["counts"] == {"created": 0, "changed": 1, "unchanged": 0}
    confirm(editor_client, preview)
    found = Organisation.objects.get(pk=key)
    assert str(found) == "Tamarin Union of Thailand"
    assert (found.country, found.member, found.website) == (
        "LA",
        False,
        "https://tamarin.example.org/",
    )
    assert OrganisationName.objects.filter(preferred=True, organisation=found).count() == 1
    assert (
        "Edited"
        in editor_client.get(
            f"/admin/snippets/letters/organisation/history/{key}/"
        ).content.decode()
    )


def test_wrong_rows_are_named_and_nothing_is_written_unless_asked(editor_client):
    lines = [
        "a,Good House,en,,,NP,,",
        "b,,en,,,,,",
        "b,Other House,english!,,,,,",
        ",Third House,,nickname,,,,",
        ",Fourth House,,,perhaps,,,",
        ",Fifth House,,,,Atlantis,,",
        ",Sixth House,,,,,javascript:alert(1),",
        "c,Seventh House,,,yes,,,",
        "c,Seventh Home,,,yes,,,",
        "d,Eighth House,,,,TH,,",
        "d,Eighth Home,,,,LA,,",
        "99999,Ninth House,,,,,,",
        f",{'x' * 301},,,,,,",
        "b,Tenth House,,,,,,",
    ]
    preview = upload(editor_client, as_csv(*lines))
    problems = [(problem.number, problem.column) for problem in preview.context["plan"].problems]
    assert problems == [
        (3, "name"), (4, "language"), (5, "kind"), (6, "preferred"), (7, "country"),
        (8, "website"), (10, "preferred"), (12, "country"), (13, "organisation"), (14, "name"),
    ]  # fmt: skip
    assert "“Atlantis” is no country." in preview.content.decode()
    refused = confirm(editor_client, preview)
    assert "Nothing was imported" in refused.content.decode()
    assert Organisation.objects.count() == 0
    assert confirm(editor_client, refused, good_rows_only="1").status_code == 302
    assert [row[1] for row in everything()] == ["Good House"]


def test_a_name_of_two_organisations_is_not_guessed(editor_client):
    for _number in range(2):
        one = Organisation.objects.create()
        OrganisationName.objects.create(organisation=one, text="Same House")
    preview = upload(editor_client, as_csv(",Same House,,,,TH,,"))
    (problem,) = preview.context["plan"].problems
    assert "More than one organisation has these names" in problem.message


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 101 * 1024 * 1024)
    return out.getvalue()


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lambda: b"", "empty"),
        (lambda: b"\r\n\r\n", "The file is empty"),
        (lambda: b"%PDF-1.7\n", "This is not a table"),
        (lambda: b"\x89PNG\r\n\x1a\n\xff\xfe", "neither an XLSX file nor text in UTF-8"),
        (lambda: "name\r\nGrüße".encode("latin-1"), "neither an XLSX file nor text in UTF-8"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"0" * 100, "old spreadsheet program"),
        (lambda: b"title,country\r\nA House,TH", "“name” is missing"),
        (lambda: b"name,name\r\nA House,B House", "is there twice"),
        (lambda: zipped("word/document.xml", b"<w/>"), "This is not a table"),
        (lambda: zipped("xl/workbook.xml", b"<broken"), "damaged"),
        (lambda: b"PK\x03\x04" + b"0" * 100, "damaged"),
        (bomb, "unpacks to far more"),
        (lambda: b"name\n" + b"A House\n" * 10_001, "more than 10,000 rows"),
        (lambda: b"name\n" + b"A" * (10 * 1024 * 1024), "larger than 10 MB"),
        (lambda: b'name\n"' + b"A" * 200_000 + b'"', "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_with_the_way_on(editor_client, content, message):
    response = upload(editor_client, SimpleUploadedFile("file.xlsx", content()))
    assert message in response.content.decode()
    assert Organisation.objects.count() == 0


@pytest.mark.parametrize("table", ["", "{", "[]", "[[1]]", '[["x", []]]', '[[1, ["title"]]]', "5"])
def test_a_broken_preview_asks_for_the_file_again(editor_client, table):
    response = editor_client.post(IMPORT, {"table": table}, follow=True)
    assert "Upload the file again" in response.content.decode()


def test_signatures_follow_names_that_are_imported(editor_client, make_letter):
    page = make_letter(["Tamarin Union", "猿の家"])
    confirm(editor_client, upload(editor_client, as_csv(*LINES)))
    found = Signature.objects.filter(page=page).values_list("organisation__names__text", flat=True)
    assert {"Tamarin Union", "猿の家"} <= set(found)


def test_a_large_table_asks_little(editor_client, django_assert_max_num_queries):
    lines = [f",House number {number},,,,TH,," for number in range(3000)]
    with django_assert_max_num_queries(60):
        preview = upload(editor_client, as_csv(*lines))
    assert preview.context["counts"]["created"] == 3000
    assert len(json.loads(preview.context["table"])) == 3001


def test_others_may_not(client, django_user_model):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("w", "w@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert upload(client, as_csv(*LINES)).status_code == 302
    assert client.get("/admin/letters/organisations/export.csv").status_code == 302
    assert Organisation.objects.count() == 0
