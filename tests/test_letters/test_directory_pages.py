"""The public directory: what readers find, and what they never do."""

import gzip
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from wagtail.models import Locale, PageViewRestriction, Site

from home.models import SiteSettings
from letters.directory.merging import merge_organisations
from letters.models import (
    Organisation,
    OrganisationIndexPage,
    OrganisationName,
    StatementIndexPage,
    StatementPage,
)

LIST = "/en/organisations/"


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
def directory(home):
    SiteSettings.for_site(Site.objects.get(), "en").save()
    page = home.add_child(
        instance=OrganisationIndexPage(title="Organisations", slug="organisations")
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def harbour(directory):
    return organisation(
        "Harbour Workers Union",
        ("台灣港口工會", "zh-Hant", "translation"),
        ("اتحاد الميناء", "ar", "translation"),
        ("HWU", "", "acronym"),
        ("Dockers Club", "", "former"),
        country="TW",
        member=True,
        website="https://www.harbour.example.org/about",
    )


@pytest.fixture
def others(directory):
    return [
        organisation("Société des Tisserands", country="FR"),
        organisation("Äpfel und Birnen"),
        organisation("7 Rivers Forum"),
        organisation(("สมาคมไทยริมน้ำ", "th", "name"), country="TH"),
    ]


@pytest.fixture
def hidden(directory):
    return organisation("Quiet House", ("静かな家", "ja", "translation"), suppressed=True)


def address(found):
    return f"{LIST}{found.pk}-"


def titles(response):
    assert response.status_code == 200
    return [item.title.text for item in response.context["listed"]]


def in_language(code, *pages):
    locale, _ = Locale.objects.get_or_create(language_code=code)
    copies = []
    for page in pages:
        copies.append(page.copy_for_translation(locale))
        copies[-1].save_revision().publish()
    return copies


def test_the_list_is_in_order_and_knows_everybody_but_the_hidden(client, harbour, others, hidden):
    response = client.get(LIST)
    assert titles(response) == [
        "7 Rivers Forum",
        "Äpfel und Birnen",
        "Harbour Workers Union",
        "Société des Tisserands",
        "สมาคมไทยริมน้ำ",
    ]
    text = response.content.decode()
    assert "5 organisations" in text
    assert "Quiet" not in text
    assert "静かな家" not in text
    assert '<bdi lang="zh-Hant" dir="ltr">台灣港口工會</bdi>' in text
    assert '<bdi lang="ar" dir="rtl">اتحاد الميناء</bdi>' in text
    assert "Dockers Club" not in text


@pytest.mark.parametrize("letter", ["%00", "Zzzz", "é", "a%20b", "'", "Listing"])
def test_a_letter_that_is_none_finds_nothing(client, harbour, letter):
    response = client.get(f"{LIST}?letter={letter}")
    assert response.status_code == 200
    assert titles(response) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("letter=h", ["Harbour Workers Union"]),
        ("letter=0", ["7 Rivers Forum"]),
        ("letter=Hani", ["台灣港口工會"]),
        ("letter=Arab", ["اتحاد الميناء"]),
        ("letter=Thai", ["สมาคมไทยริมน้ำ"]),
        ("letter=q", []),
        ("letter=%27%22", []),
        ("country=%00", []),
        ("letter=%00", []),
        ("q=%00quiet", []),
        ("q=%00%21", []),
        ("country=fr", ["Société des Tisserands"]),
        ("member=1", ["Harbour Workers Union"]),
        ("member=1&letter=s", []),
        ("q=hwu", ["Harbour Workers Union"]),
        ("q=%E5%8F%B0%E7%81%A3", ["Harbour Workers Union"]),
        ("q=dockers", ["Harbour Workers Union"]),
        ("q=quiet", []),
        ("q=apfel", ["Äpfel und Birnen"]),
    ],
)
def test_finding_and_narrowing_down(client, harbour, others, hidden, query, expected):
    assert titles(client.get(f"{LIST}?{query}")) == expected


def test_letters_are_offered_with_scripts_after_them(client, harbour, others, hidden):
    groups = {group.parameter: group for group in client.get(LIST).context["filters"].groups}
    letters = [(choice.value, choice.label) for choice in groups["letter"].choices]
    assert letters == [
        ("a", "A"), ("h", "H"), ("s", "S"), ("0", "0–9"),
        ("Arab", "العربية"), ("Hani", "漢字"), ("Thai", "ไทย"),
    ]  # fmt: skip
    assert [choice.count for choice in groups["member"].choices] == [1]
    assert [choice.value for choice in groups["country"].choices] == ["FR", "TW", "TH"]


def test_what_was_typed_and_chosen_stays(client, harbour):
    text = client.get(f"{LIST}?q=%22%3Cnobody&member=1").content.decode()
    assert 'value="&quot;&lt;nobody"' in text
    assert '<input type="hidden" name="member" value="1">' in text
    assert "No organisation is found this way." in text
    assert 'content="noindex"' in text


def test_an_organisation_shows_names_facts_and_what_it_signed(client, harbour, home, make_letter):
    make_letter(["HWU", "Quiet House"], title="The older letter", slug="old", date="2020-01-02")
    make_letter(["Harbour Workers Union"], title="The newer letter", slug="new")
    make_letter(["HWU"], title="The draft", slug="draft", publish=False)
    index = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    index.add_child(
        instance=StatementPage(
            title="A statement",
            date="2022-05-06",
            signatories=[
                {
                    "type": "signatory_list",
                    "value": {"heading": "", "names": [{"id": "a", "raw": "HWU"}]},
                }
            ],
        )
    )
    response = client.get(address(harbour) + "harbour-workers-union/")
    text = response.content.decode()
    shown = [item.page.title for item in response.context["texts"]]
    assert shown == ["The newer letter", "A statement", "The older letter"]
    assert "3 texts signed" in text
    assert "signed as <bdi>HWU</bdi>" in text
    assert '<a href="https://www.harbour.example.org/about" rel="noopener">' in text
    assert "harbour.example.org" in text
    assert "Taiwan" in text
    assert "Member of the network" in text
    for name in harbour.names.all():
        assert escape(name.text) in text
    assert "Quiet House" not in text
    assert f'<link rel="canonical" href="http://testserver{response.wsgi_request.path}">' in text


def test_texts_are_shown_in_the_readers_language_or_marked(
    client, home, harbour, directory, letter_index, make_letter
):
    translated = make_letter(["HWU"], title="Translated", slug="one", date="2020-01-01")
    make_letter(["HWU"], title="Original only", slug="two", date="2021-01-01")
    in_language("ar", home, directory, letter_index)
    (copy,) = in_language("ar", translated)
    copy.title = "مترجم"
    copy.save_revision().publish()
    response = client.get(f"/ar/organisations/{harbour.pk}-harbour-workers-union/")
    shown = [item.page.title for item in response.context["texts"]]
    assert shown == ["Original only", "مترجم"]
    text = response.content.decode()
    assert '<h3 class="entry-title" lang="en" dir="ltr">' in text
    assert '<h3 class="entry-title"><a href="/ar/letters/one/">' in text
    assert '<h1><bdi dir="rtl">اتحاد الميناء</bdi></h1>' in text
    assert (
        f'hreflang="en" href="http://testserver{LIST}{harbour.pk}-harbour-workers-union/"' in text
    )


def test_texts_behind_a_password_are_not_named(client, harbour, make_letter):
    page = make_letter(["HWU"], title="For members")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    response = client.get(address(harbour) + "harbour-workers-union/")
    assert response.context["texts"] == []
    assert "For members" not in response.content.decode()


@pytest.mark.parametrize("ending", ["/", "-/", "-an-old-name/"])
def test_old_addresses_lead_to_the_present_one(client, harbour, ending):
    response = client.get(f"{LIST}{harbour.pk}{ending}")
    assert (response.status_code, response.url) == (
        301,
        address(harbour) + "harbour-workers-union/",
    )


def test_the_address_of_a_merged_one_leads_to_the_one_that_was_kept(client, harbour, others):
    merge_organisations(keep=others[0], remove=others[1], by=None)
    merge_organisations(keep=harbour, remove=others[0], by=None)
    for merged in others[:2]:
        response = client.get(f"{LIST}{merged.pk}/")
        assert response.url == address(harbour) + "harbour-workers-union/"
    Organisation.objects.update(suppressed=True)
    assert client.get(f"{LIST}{others[0].pk}/").status_code == 404


def test_a_name_without_latin_letters_has_an_address_too(client, others):
    response = client.get(f"{LIST}{others[-1].pk}/")
    assert response.status_code == 301
    assert response.url.isascii()
    assert client.get(response.url).status_code == 200


def test_what_is_not_there_is_not_found(client, harbour, hidden):
    for path in (
        f"{hidden.pk}-quiet-house/", f"{harbour.pk + 999}/", "999999999999999999/", "harbour/",
        f"{harbour.pk}-harbour-workers-union/more/", "?page=2", "?page=x",
    ):  # fmt: skip
        assert client.get(LIST + path).status_code == 404, path


def test_search_engines_find_every_organisation(client, directory, harbour, hidden, monkeypatch):
    def found(address):
        tree = ElementTree.fromstring(client.get(address).content)
        return [element.text for element in tree.iter() if element.tag.endswith("}loc")]

    everything = found("/sitemap.xml")
    page = f"http://testserver{address(harbour)}harbour-workers-union/"
    assert f"http://testserver{LIST}" in everything
    assert page in everything
    assert not [one for one in everything if f"/{hidden.pk}-" in one]
    monkeypatch.setattr("home.sitemaps.PAGE_SIZE", 2)
    parts = found("/sitemap.xml")
    own = [one for one in parts if "below=" in one]
    assert len(own) == 1
    assert page in found(own[0])
    assert sorted(everything) == sorted(one for part in parts for one in found(part))
    for wrong in ("0", "x", "9" * 30):
        assert client.get("/sitemap.xml", {"below": wrong}).status_code == 404


def test_a_list_of_hundreds_costs_little(client, directory):
    words = ["Harbour", "Tamarin", "River", "Window", "Weavers", "Quiet", "Union", "Assembly"]
    made = Organisation.objects.bulk_create(
        Organisation(country="TH" if number % 3 else "NP", member=not number % 7)
        for number in range(500)
    )
    for number, one in enumerate(made):
        name = f"{words[number % 8]} of the {number}th Street"
        OrganisationName.objects.create(organisation=one, preferred=True, text=name)
        one.names.create(kind="translation", language="ar", text=f"اتحاد شارع {number}")
    for query in ("", "?letter=h", "?letter=Arab", "?country=TH", "?q=union&page=2"):
        client.get(LIST + query)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(LIST + query)
        assert response.status_code == 200
        assert len(captured) <= 20, query
        assert len(gzip.compress(response.content)) <= 14_000, query


def test_an_organisation_that_signs_everything_costs_little(client, harbour, make_letter):
    for number in range(45):
        make_letter(["HWU"], title=f"A letter on subject {number}", slug=f"l{number}")
    path = address(harbour) + "harbour-workers-union/"
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert len(response.context["texts"]) == 40
    assert len(captured) <= 20
    assert len(gzip.compress(response.content)) <= 14_000
    assert len(client.get(f"{path}?page=2").context["texts"]) == 5
    assert client.get(f"{path}?page=3").status_code == 404
