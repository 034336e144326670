"""Staff find, filter, edit and choose organisations by any of their names."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from letters.models import Organisation, OrganisationName, Signature

# Wagtail's own templates ask for variables that are not always there.
pytestmark = pytest.mark.ignore_template_errors

LIST = "/admin/snippets/letters/organisation/"


def organisation(*names, **fields):
    """An organisation with names; the first is preferred. (text, language, kind) or text."""
    found = Organisation.objects.create(**fields)
    for number, name in enumerate(names):
        text, language, kind = name if isinstance(name, tuple) else (name, "", "name")
        OrganisationName.objects.create(
            organisation=found, text=text, language=language, kind=kind, preferred=not number
        )
    return found


@pytest.fixture
def harbour(db):
    return organisation(
        "Harbour Workers Union",
        ("台灣港口工會", "zh-Hant", "translation"),
        ("HWU", "", "acronym"),
        country="TW",
        member=True,
    )


@pytest.fixture
def others(db):
    return [
        organisation("Société des Tisserands", country="FR"),
        organisation("人権の窓", ("Window for Rights", "en", "translation"), country="JP"),
        organisation(("สมาคมไทยริมน้ำ", "th", "name"), country="TH"),
        organisation("Quiet House", suppressed=True),
    ]


def shown(response, *found):
    """Which of the names stand in the rows of the answer."""
    assert response.status_code == 200
    text = response.content.decode()
    return {str(one) for one in found if f'id="snippet_{one.pk}_title"' in text}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("台灣", {"Harbour Workers Union"}),
        ("hwu", {"Harbour Workers Union"}),
        ("union harbour", {"Harbour Workers Union"}),
        ("societe", {"Société des Tisserands"}),
        ("TISSERÀNDS", {"Société des Tisserands"}),
        ("人権", {"人権の窓"}),
        ("rights", {"人権の窓"}),
        ("ไทย", {"สมาคมไทยริมน้ำ"}),
        ('"quiet', {"Quiet House"}),
        ("no such name", set()),
    ],
)
def test_search_finds_every_script_and_spelling(editor_client, harbour, others, query, expected):
    for address in (LIST, f"{LIST}results/"):
        response = editor_client.get(address, {"q": query})
        assert shown(response, harbour, *others) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"country": "TW"}, {"Harbour Workers Union"}),
        ({"member": "true"}, {"Harbour Workers Union"}),
        ({"suppressed": "true"}, {"Quiet House"}),
        ({"script": "Hani"}, {"Harbour Workers Union", "人権の窓"}),
        ({"script": "Thai"}, {"สมาคมไทยริมน้ำ"}),
        ({"script": "Latn", "country": "JP"}, {"人権の窓"}),
        ({"language": "zh-Hant"}, {"Harbour Workers Union"}),
        ({"language": "en", "q": "window"}, {"人権の窓"}),
    ],
)
def test_filters(editor_client, harbour, others, filters, expected):
    response = editor_client.get(LIST, filters)
    assert shown(response, harbour, *others) == expected


def test_the_list_counts_texts_and_never_asks_for_each_row(editor_client, harbour, make_letter):
    for number in range(2):
        page = make_letter(["HWU", "Harbour Workers Union"], slug=f"l{number}")
    assert Signature.objects.filter(page=page, organisation=harbour).count() == 2

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = editor_client.get(LIST)
        assert response.status_code == 200
        return len(captured), response

    first, response = queries()
    assert [row.signed for row in response.context["object_list"]] == [2]
    for number in range(30):
        organisation(f"House {number}", f"Other house {number}", country="NP")
    assert queries()[0] == first


def test_editing_keeps_a_history_and_signatures_follow(editor_client, harbour, make_letter):
    page = make_letter(["Harbour Workers Union II", "Harbour Workers Union", "HWU"])
    names = list(harbour.names.order_by("pk"))
    data = {
        "country": "TW",
        "website": "https://harbour.example.org/",
        "member": "on",
        "names-TOTAL_FORMS": "3",
        "names-INITIAL_FORMS": "3",
        "names-MIN_NUM_FORMS": "1",
        "names-MAX_NUM_FORMS": "1000",
    }
    for number, name in enumerate(names):
        data |= {
            f"names-{number}-id": name.pk,
            f"names-{number}-text": f"{name.text} II" if not number else name.text,
            f"names-{number}-language": name.language,
            f"names-{number}-kind": name.kind,
            f"names-{number}-preferred": "on" if name.preferred else "",
        }
    response = editor_client.post(f"{LIST}edit/{harbour.pk}/", data)
    assert response.status_code == 302
    assert str(Organisation.objects.get(pk=harbour.pk)) == "Harbour Workers Union II"
    assert harbour.revisions.count() == 1
    signed = Signature.objects.filter(page=page).order_by("position")
    assert list(signed.values_list("organisation", flat=True)) == [harbour.pk, None, harbour.pk]
    assert "Edited" in editor_client.get(f"{LIST}history/{harbour.pk}/").content.decode()


@pytest.mark.parametrize("view", ["choose", "choose_results"])
def test_chooser_finds_by_any_name(editor_client, harbour, others, view):
    address = reverse(f"wagtailsnippetchoosers_letters_organisation:{view}")
    response = editor_client.get(address, {"q": "台灣"})
    text = response.json()["html"] if view == "choose" else response.content.decode()
    assert "Harbour Workers Union" in text
    assert "Quiet House" not in text
    assert "Quiet House" in editor_client.get(address).content.decode()


def test_what_is_chosen_is_called_by_its_name(editor_client, harbour):
    address = reverse("wagtailsnippetchoosers_letters_organisation:chosen", args=[harbour.pk])
    result = editor_client.get(address).json()["result"]
    assert result["string"] == "Harbour Workers Union"


def test_themes_are_kept_in_the_admin(editor_client):
    response = editor_client.get("/admin/snippets/home/theme/")
    assert response.status_code == 200
