"""A statement, and what letters and statements share, as a visitor reads them."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale

from home.models import Theme
from letters.models import (
    Convenor,
    Organisation,
    OrganisationName,
    PagePDF,
    StatementIndexPage,
    StatementPage,
)

ADDRESS = "/en/statements/a-statement/"


@pytest.fixture
def statement_index(home):
    page = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    page.save_revision().publish()
    return page


@pytest.fixture
def make_statement(statement_index):
    """A function that publishes a statement, by its title."""

    def make(title="A statement", *, names=(), publish=True, themes=(), **fields):
        fields = {"date": date(2026, 3, 1)} | fields
        if names:
            records = [{"id": f"s{n}", "raw": name} for n, name in enumerate(names)]
            value = {"heading": "", "names": records}
            fields["signatories"] = [{"type": "signatory_list", "value": value}]
        page = StatementPage(title=title, live=publish, **fields)
        statement_index.add_child(instance=page)
        page.themes = themes
        revision = page.save_revision()
        if publish:
            revision.publish()
        return StatementPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def theme():
    return Theme.objects.create(
        name="Assembly", slug="assembly", locale=Locale.objects.get(language_code="en")
    )


@pytest.fixture
def read(client):
    def get(url=ADDRESS):
        response = client.get(url)
        assert response.status_code == 200
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


def facts(tree):
    return {
        group.dt.get_text(): [words(value) for value in group.find_all("dd")]
        for group in tree.select(".letter-facts > div")
    }


def titles(tree):
    return [title.get_text() for title in tree.select("main h2")]


class TestStatement:
    def test_kind_place_date_and_reference(self, make_statement, read):
        make_statement(kind="press-release", place="Oruva", reference="FA 12/2026", summary="Short")
        tree = read()
        assert tree.select_one(".kicker").string == "Press release"
        assert tree.select_one(".lead").string == "Short"
        assert facts(tree) == {
            "Place and date": ["Oruva, 1 March 2026"],
            "Reference": ["FA 12/2026"],
        }
        assert tree.select_one(".letter-facts time")["datetime"] == "2026-03-01"

    def test_without_a_place_there_is_the_date(self, make_statement, read):
        make_statement()
        assert facts(read()) == {"Date": ["1 March 2026"]}

    def test_notes_and_contact(self, make_statement, read):
        make_statement(
            body=[{"type": "text", "value": "<p>We say this.</p>"}],
            editors_notes="<p>The vote is <b>on Monday</b>.</p>",
            press_contact="Press desk\n\n press@example.org ",
        )
        tree = read()
        assert titles(tree)[:2] == ["Notes to editors", "Contact for the press"]
        assert "We say this." in tree.select_one(".letter-body").get_text()
        assert tree.find(id="notes").find_next("b").string == "on Monday"
        contact = tree.find(id="press").parent
        assert [line.get_text() for line in contact.select("bdi")] == [
            "Press desk",
            "press@example.org",
        ]
        assert contact.a["href"] == "mailto:press@example.org"

    def test_nobody_signed_so_nothing_is_said_about_it(self, make_statement, read):
        make_statement()
        tree = read()
        assert not tree.select("#signatories")
        assert "Signator" not in tree.get_text()

    @pytest.mark.parametrize("fields", [{"names": ["Harbour League"]}, {"anonymous_count": 2}])
    def test_signatories_where_there_are_some(self, make_statement, read, fields):
        make_statement(**fields)
        assert read().select("#signatories")

    def test_hostile_words_stay_words(self, make_statement, read):
        hostile = "<script>alert(1)</script>"
        make_statement(place=hostile, reference=hostile, press_contact=hostile)
        tree = read()
        assert not tree.select("main script:not([src])")
        assert tree.get_text().count(hostile) == 3

    @pytest.mark.parametrize("count", [1, 12])
    def test_queries_do_not_grow(
        self, make_statement, theme, client, count, django_assert_max_num_queries
    ):
        for number in range(count):
            make_statement(
                f"Statement {number}", slug=f"s-{number}", themes=[theme], countries=["TH", "LA"]
            )
        for address in ("/en/statements/", "/en/statements/?country=TH", "/en/statements/s-0/"):
            client.get(address)
            with django_assert_max_num_queries(20):
                assert client.get(address).status_code == 200


class TestEmbargo:
    def test_a_scheduled_statement_is_nowhere_before_its_time(
        self, statement_index, theme, make_statement, client, monkeypatch
    ):
        open_one = make_statement(themes=[theme])
        page = StatementPage(
            title="Not before noon",
            slug="not-before-noon",
            date=date(2026, 3, 2),
            live=False,
            go_live_at=timezone.now() + timedelta(hours=1),
            editors_notes="<p>Secret until noon.</p>",
            corrections=[
                {
                    "type": "correction",
                    "value": {
                        "date": date(2026, 3, 2),
                        "explanation": "A mistake.",
                        "old_wording": "<p>Older secret.</p>",
                    },
                }
            ],
        )
        statement_index.add_child(instance=page)
        page.themes = [theme]
        page.save_revision().publish()
        address = "/en/statements/not-before-noon/"
        for below in ("", "corrections/", "statement.pdf", "signatories.json"):
            assert client.get(address + below).status_code == 404
        for other in ("/en/statements/", open_one.url, "/en/statements/?theme=assembly"):
            text = client.get(other).content.decode()
            assert "not-before-noon" not in text
            assert "before noon" not in text
        later = timezone.now() + timedelta(hours=2)
        monkeypatch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")
        assert "Secret until noon." in client.get(address).content.decode()
        assert "Not before noon" in client.get("/en/statements/").content.decode()

    def test_an_unpublished_statement_is_nowhere(self, make_statement, theme, client):
        other = make_statement("Another", slug="another", themes=[theme])
        page = make_statement("Taken back", slug="taken-back", themes=[theme])
        assert "Taken back" in client.get(other.url).content.decode()
        page.unpublish()
        assert client.get("/en/statements/taken-back/").status_code == 404
        for address in ("/en/statements/", other.url):
            assert "Taken back" not in client.get(address).content.decode()


class TestLetter:
    ADDRESS = "/en/letters/a-letter/"

    def test_reference_and_copies(self, make_letter, read):
        make_letter(reference="OL 7", copied_to="The Clerk\n\n The Press ")
        found = facts(read(self.ADDRESS))
        assert found["Reference"] == ["OL 7"]
        assert found["Copied to"] == ["The Clerk", "The Press"]

    def test_convenors_without_those_who_are_not_to_be_shown(self, make_letter, read):
        letter = make_letter(["A group"])
        for name, hidden in (
            ("Zinnia Forum", False),
            ("Quiet House", True),
            ("Aster Union", False),
        ):
            organisation = Organisation.objects.create(suppressed=hidden)
            OrganisationName.objects.create(organisation=organisation, text=name, preferred=True)
            letter.convenors.add(Convenor(organisation=organisation))
        letter.save_revision().publish()
        tree = read(self.ADDRESS)
        assert facts(tree)["Convenors"] == ["Zinnia Forum", "Aster Union"]
        assert "Quiet House" not in tree.get_text()

    @pytest.mark.parametrize(
        ("fields", "shown"),
        [
            ({}, None),
            ({"delivered_on": date(2026, 3, 4)}, "Delivered, 4 March 2026"),
            (
                {"delivered_on": date(2026, 3, 4), "answered_on": date(2026, 4, 1)},
                "Answered, 1 April 2026",
            ),
            ({"closed_on": date(2026, 5, 1)}, "Closed, 1 May 2026"),
        ],
    )
    def test_what_became_of_it(self, make_letter, read, fields, shown):
        make_letter(**fields)
        found = facts(read(self.ADDRESS)).get("What became of it")
        assert found == (shown and [shown])

    def test_updates_newest_first_each_with_a_heading(self, make_letter, read):
        make_letter(
            updates=[
                {"type": "update", "value": {"date": day, "title": title, "text": text}}
                for day, title, text in (
                    (date(2026, 3, 5), "Handed over", "<p>At the gate.</p>"),
                    (date(2026, 4, 5), "Answered", ""),
                )
            ]
        )
        sections = read(self.ADDRESS).select("section.since")
        assert [section.h3.get_text() for section in sections] == ["Answered", "Handed over"]
        assert [section.time["datetime"] for section in sections] == ["2026-04-05", "2026-03-05"]
        assert "At the gate." in sections[1].get_text()
        assert all(section.find(id=section["aria-labelledby"]) for section in sections)

    def test_attachments(self, make_letter, read):
        from publications.models import Document

        document = Document.objects.create(
            title="The petition", file=ContentFile(b"text", name="petition.txt")
        )
        value = {"document": document.pk, "title": "", "description": ""}
        make_letter(attachments=[{"type": "document", "value": value}])
        tree = read(self.ADDRESS)
        assert "Attachments" in titles(tree)
        assert tree.select_one(".document a")["href"] == document.url

    def test_files_of_the_list(self, make_letter, read, client):
        make_letter(["Harbour League"])
        links = [link["href"] for link in read(self.ADDRESS).select(".signatory-files a")]
        assert [link.rpartition(".")[2] for link in links] == ["csv", "xlsx", "json", "txt"]
        assert {client.get(link).status_code for link in links} == {200}

    def test_no_files_of_a_list_without_names(self, make_letter, read):
        make_letter()
        assert not read(self.ADDRESS).select(".signatory-files")

    def test_pdf_only_while_there_is_one(
        self, make_letter, make_statement, read, settings, tmp_path
    ):
        settings.MEDIA_ROOT = tmp_path
        for page, name in ((make_letter(), "letter"), (make_statement(), "statement")):
            title = f"PDF version of this {name}"
            assert title not in read(page.url).get_text()
            PagePDF.objects.filter(page=page).delete()
            pdf = PagePDF(page=page.page_ptr, state="built", size=2048, digest="0" * 64)
            pdf.file.save("x.pdf", ContentFile(b"%PDF-"))
            fact = facts(read(page.url))["To keep and to print"]
            assert [part.replace("\xa0", " ") for part in fact] == [f"{title} (PDF, 2.0 KB)"]
            link = read(page.url).find("a", string=title)
            assert link["href"] == f"{page.url}{name}.pdf"

    @pytest.mark.parametrize("count", [0, 1, 6])
    def test_queries_do_not_grow(
        self, make_letter, theme, client, count, django_assert_max_num_queries
    ):
        letter = make_letter(["A", "B"], countries=["TH", "LA"])
        letter.themes = [theme]
        for number in range(count):
            organisation = Organisation.objects.create()
            OrganisationName.objects.create(organisation=organisation, text=f"Group {number}")
            letter.convenors.add(Convenor(organisation=organisation))
            make_letter(title=f"Other {number}", countries=["TH"])
        letter.save_revision().publish()
        client.get(self.ADDRESS)
        with django_assert_max_num_queries(20):
            client.get(self.ADDRESS)


class TestSubjects:
    def test_lead_to_the_list(self, make_statement, theme, read):
        make_statement(themes=[theme], countries=["TH"])
        tree = read()
        found = facts(tree)
        assert (found["Themes"], found["Countries"]) == (["Assembly"], ["Thailand"])
        for link in ("/en/statements/?theme=assembly", "/en/statements/?country=TH"):
            assert tree.select(f'.letter-facts a[href="{link}"]')
            assert len(read(link).select(".entry")) == 1

    def test_theme_in_the_language_of_the_page(self, make_statement, theme, read):
        arabic = Locale.objects.create(language_code="ar")
        translated = theme.copy_for_translation(arabic)
        translated.name = "التجمّع"
        translated.save()
        page = make_statement(themes=[theme])
        translation = page.copy_for_translation(arabic, copy_parents=True)
        translation.save_revision().publish()
        found = [
            value
            for values in facts(read("/ar/statements/a-statement/")).values()
            for value in values
        ]
        assert "التجمّع" in found

    def test_related_are_the_newest_three_of_both_kinds(
        self, make_statement, make_letter, theme, read
    ):
        make_statement(themes=[theme], countries=["TH"])
        make_statement("Oldest", themes=[theme], date=date(2020, 1, 1))
        make_statement("By theme", themes=[theme], date=date(2021, 1, 1))
        make_statement("By both", themes=[theme], countries=["TH"], date=date(2023, 1, 1))
        make_statement("Elsewhere", countries=["LA"], date=date(2025, 1, 1))
        make_letter(title="A letter by country", countries=["LK", "TH"], date=date(2022, 1, 1))
        found = [link.get_text() for link in read().select(".headlines a")]
        assert found == ["By both", "A letter by country", "By theme"]

    def test_nothing_is_related_to_a_text_without_subject(self, make_statement, read):
        make_statement()
        make_statement("Other")
        assert "On the same subject" not in read().get_text()
