"""What editors are told to look at among the names under a text."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale

from letters.models import OpenLetterPage, PageChecks
from letters.reconciliation.pages import compare_by_key


@pytest.fixture
def checks(editor_client):
    """A function that reads the checks of a page: (heading, sentence) of those open."""

    def read(page):
        html = editor_client.get(reverse("letters_checks", args=[page.pk])).content
        # The dismissed ones stand in a table of their own.
        rows = BeautifulSoup(html, "html.parser").select("table.listing tbody tr:not(:has(form))")
        cells = [row.find_all(["th", "td"])[:2] for row in rows]
        return [tuple(" ".join(cell.get_text().split()) for cell in pair) for pair in cells]

    return read


def headings(found):
    return [heading for heading, _sentence in found]


@pytest.mark.ignore_template_errors
class TestOneList:
    def test_nothing_to_look_at(self, make_letter, checks):
        assert checks(make_letter(["Harbour House", "Tamarin Union"], stated_total=2)) == []
        assert checks(make_letter([], title="None yet")) == []

    @pytest.mark.parametrize(
        ("stated", "anonymous", "heading", "sentence"),
        [
            (321, 39, "Fewer names than stated",
             "The letter states 321: 2 listed and 39 anonymous leave 280 missing."),
            (2, 1, "More names than stated",
             "The letter states 2: 2 listed and 1 anonymous are 1 too many."),
        ],
    )  # fmt: skip
    def test_counts(self, make_letter, checks, stated, anonymous, heading, sentence):
        letter = make_letter(
            ["Harbour House", "Tamarin Union"], stated_total=stated, anonymous_count=anonymous
        )
        assert checks(letter) == [(heading, sentence)]

    def test_counts_without_a_stated_total_need_not_add_up(self, make_letter, checks):
        assert checks(make_letter(["Harbour House"], anonymous_count=7)) == []

    def test_duplicates_over_all_lists_and_spellings(self, make_letter, checks):
        letter = make_letter(
            lists=[("One", ["Café Union", "Tamarin"]), ("Two", ["River", "CAFE-UNION"])]
        )
        assert checks(letter) == [
            ("Listed more than once", "Café Union is listed more than once: 1, 4.")
        ]

    @pytest.mark.parametrize(
        ("name", "heading", "words"),
        [
            ("Harbour\u200bHouse", "Invisible characters", "U+200B"),
            ("Harbour\u00ad House", "Invisible characters", "U+00AD"),
            ("Harbour \u2060House", "Invisible characters", "U+2060"),
            ("Hаrbour House", "Letters of several scripts", "Latin, Cyrillic"),
            ("River; Stone; Cloud", "Several names on one line", "“;”"),
        ],
    )
    def test_single_names(self, make_letter, checks, name, heading, words):
        found = checks(make_letter([name, "Tamarin Union"]))
        assert headings(found) == [heading]
        assert words in found[0][1]

    @pytest.mark.parametrize(
        "name",
        ["می\u200cخواهم", "ക്\u200dഷ", "សមាគម\u200bខ្មែរ", "台灣 Union", "Дом гавани", "Ο Λιμένας"],
    )
    def test_what_a_script_needs_is_no_fault(self, make_letter, checks, name):
        assert checks(make_letter([name, "Tamarin Union"])) == []

    def test_names_that_look_the_same(self, make_letter, checks):
        found = checks(make_letter(["POCA", "Tamarin", "РОСА"]))
        assert headings(found) == ["Looks like another name"]
        assert found[0][1].startswith("POCA looks like РОСА,")

    def test_checks_of_a_draft_are_about_the_draft(self, make_letter, checks):
        letter = make_letter(["Harbour House"], stated_total=1)
        letter.stated_total = 3
        letter.save_revision()
        assert headings(checks(letter)) == ["Fewer names than stated"]
        letter = OpenLetterPage.objects.get(pk=letter.pk)
        letter.stated_total = 1
        letter.save_revision().publish()
        assert checks(letter) == []

    def test_a_translation_leads_to_its_source(self, make_letter, editor_client):
        letter = make_letter(["Harbour House"], stated_total=9)
        arabic = Locale.objects.create(language_code="ar")
        translation = letter.copy_for_translation(arabic, copy_parents=True)
        translation.save_revision().publish()
        response = editor_client.get(reverse("letters_checks", args=[translation.pk]))
        assert response.url == reverse("letters_checks", args=[letter.pk])
        assert list(PageChecks.objects.values_list("page", flat=True)) == [letter.pk]


@pytest.mark.ignore_template_errors
class TestBesideOtherTexts:
    def test_a_name_spelled_nearly_the_same(self, make_letter, checks, editor_client):
        make_letter(["Harbour Workers Union", "River"], title="First")
        letter = make_letter(["Tamarin", "Harbor Workers' Union", "River"], title="Second")
        assert checks(letter) == []  # compared in the background
        compare_by_key(letter.pk)
        (heading, sentence), *more = checks(letter)
        assert not more
        assert heading == "Spelled differently elsewhere"
        assert sentence.startswith(
            "Harbor Workers' Union stands elsewhere as Harbour Workers Union."
        )
        assert "Under “First”" in sentence

    def test_comparing_now(self, make_letter, checks, editor_client):
        make_letter(["Harbour Workers Union"], title="First")
        letter = make_letter(["Harbor Workers Union"], title="Second")
        editor_client.post(reverse("letters_checks", args=[letter.pk]))
        assert headings(checks(letter)) == ["Spelled differently elsewhere"]

    def test_an_organisation_in_a_spelling_of_its_own(self, make_letter, checks, directory):
        harbour = directory(("Harbour Workers Union", "name"), ("Workers of the Port", "alias"))
        directory(("River", "name"), ("RV", "acronym"), ("نهر", "translation"))
        make_letter(["Workers of the Port", "RV"], title="First")
        letter = make_letter(["Harbour Workers Union", "River", "نهر"], title="Second")
        compare_by_key(letter.pk)
        found = [one for one in checks(letter) if one[0] == "Spelled differently elsewhere"]
        assert len(found) == 1
        assert "Workers of the Port" in found[0][1]
        assert harbour.pk

    def test_one_organisation_twice_on_a_list(self, make_letter, checks, directory):
        directory(("Harbour Workers Union", "name"), ("HWU", "acronym"))
        letter = make_letter(["HWU", "River", "Harbour Workers Union"])
        compare_by_key(letter.pk)
        assert checks(letter) == [
            (
                "One organisation under two names",
                "HWU and Harbour Workers Union are the same organisation in the directory: 1, 3.",
            )
        ]

    def test_two_organisations_of_the_directory_are_two(self, make_letter, checks, directory):
        directory(("Harbour Workers Union North", "name"))
        directory(("Harbour Workers Union South", "name"))
        make_letter(["Harbour Workers Union North"], title="First")
        letter = make_letter(["Harbour Workers Union South"], title="Second")
        compare_by_key(letter.pk)
        assert checks(letter) == []

    def test_letters_of_another_script_instead_of_a_known_name(
        self, make_letter, checks, directory
    ):
        directory(("POCA", "name"))
        letter = make_letter(["РОСА"])
        compare_by_key(letter.pk)
        assert headings(checks(letter)) == ["Looks like another name"]

    def test_what_is_gone_elsewhere_is_not_shown(self, make_letter, checks):
        other = make_letter(["Harbour Workers Union"], title="First")
        letter = make_letter(["Harbor Workers Union"], title="Second")
        compare_by_key(letter.pk)
        other.unpublish()
        assert checks(letter) == []

    def test_all_pages_can_be_checked_anew(self, make_letter, checks):
        make_letter(["Harbour Workers Union"], title="First")
        letter = make_letter(["Harbor Workers Union"], title="Second", stated_total=4)
        PageChecks.objects.all().delete()
        call_command("check_signatories", stdout=(said := io.StringIO()))
        assert said.getvalue() == "2 pages checked.\n"
        assert len(checks(letter)) == 2


@pytest.fixture
def directory(db):
    """A function that adds an organisation with names, as pairs of text and kind."""
    from letters.models import Organisation, OrganisationName

    def add(*names):
        organisation = Organisation.objects.create()
        for text, kind in names:
            OrganisationName.objects.create(organisation=organisation, text=text, kind=kind)
        return organisation

    return add
