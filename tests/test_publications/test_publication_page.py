"""The page of a publication."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from publications.models import Author, PublicationPage, Series


@pytest.fixture
def organisation(db):
    from letters.models import Organisation, OrganisationName

    made = Organisation.objects.create()
    OrganisationName.objects.create(organisation=made, text="Oruva Watch", preferred=True)
    OrganisationName.objects.create(
        organisation=made, text="مرصد أوروفا", language="ar", kind="translation"
    )
    return made


def facts(tree):
    return {
        group.dt.get_text(): [value.get_text() for value in group.select("dd")]
        for group in tree.select(".publication-facts > div")
    }


def metas(tree, name):
    return [meta["content"] for meta in tree.select(f'meta[name="{name}"]')]


def test_facts_for_libraries(make_publication, read):
    series = Series.objects.create(name="Working papers", slug="papers", issn="0378-4371")
    page = make_publication(
        subtitle="Four years in Upper Lenka",
        kind="working-paper",
        series=series,
        series_number="7",
        isbn="978-0-306-40615-7",
        doi="10.1000/182",
        page_count=48,
        publisher="Sample Press",
        partners="First partner\n\nSecond partner",
        licence="by-sa",
        contributors="Layout: Somebody\nMaps: Nobody",
    )
    tree = read(page.url)
    assert tree.h1.string == "The price of a tree"
    assert tree.select_one(".kicker").string == "Working paper"
    assert tree.select_one(".subtitle").string == "Four years in Upper Lenka"
    found = facts(tree)
    assert found["Series"] == ["Working papers 7"]
    assert found["Partners"] == ["First partner", "Second partner"]
    assert found["Pages"] == ["48"]
    assert found["ISBN"] == ["978-0-306-40615-7"]
    assert found["ISSN"] == ["0378-4371"]
    assert tree.find("a", href="https://doi.org/10.1000/182")
    assert tree.find("a", href="https://creativecommons.org/licenses/by-sa/4.0/")
    assert tree.find("a", href="/en/publications/?series=papers")
    assert "Maps: Nobody" in tree.main.get_text()


def test_page_with_nothing_but_a_title_and_a_date(make_publication, read):
    tree = read(make_publication().url)
    assert list(facts(tree)) == ["Published"]
    assert not tree.select(".files, .findings, .notes, .contents")
    assert "None" not in tree.main.get_text()


def test_authors_are_people_and_organisations(make_publication, organisation, read):
    page = make_publication(authors=["Mara Ilen", {"organisation": organisation}])
    assert read(page.url).select_one(".by").get_text() == "Mara Ilen, Oruva Watch"


def test_organisation_that_is_not_to_be_shown_is_not(make_publication, organisation, client):
    organisation.suppressed = True
    organisation.save()
    page = make_publication(authors=["Mara Ilen", {"organisation": organisation}])
    for address in (page.url, f"{page.url}citation.bib", f"{page.url}citation.ris"):
        assert "Oruva" not in client.get(address).content.decode()


@pytest.mark.parametrize("both", [True, False])
def test_author_is_a_name_or_an_organisation(organisation, both):
    author = Author(name="Mara", organisation=organisation) if both else Author()
    with pytest.raises(ValidationError, match="not both"):
        author.clean()


def test_files_of_the_language_come_first(make_publication, make_document, read):
    khmer = make_document(name="km.pdf")
    english = make_document(name="en.epub", content=b"x" * 2048)
    page = make_publication(
        files=[
            {"document": khmer, "language": "km", "kind": "summary", "sort_order": 0},
            {"document": english, "language": "en", "kind": "epub", "sort_order": 1},
        ]
    )
    tree = read(page.url)
    links = tree.select(".files a")
    assert [link["href"] for link in links] == [english.url, khmer.url]
    assert "EPUB, 2.0\xa0KB" in links[0].get_text()
    assert links[1].bdi["lang"] == "km"
    assert facts(tree)["Files in"] == ["English", links[1].bdi.string]


def test_translation_shows_authors_and_files_of_its_source(make_publication, make_document, read):
    page = make_publication(authors=["Mara Ilen"])
    arabic = Locale.objects.create(language_code="ar")
    translation = page.copy_for_translation(arabic, copy_parents=True)
    translation.save_revision().publish()
    page.authors = [Author(name="Mara Ilen"), Author(name="Tovi Adar")]
    page.files.add(type(page).files.rel.related_model(document=make_document(), language="en"))
    page.save_revision().publish()
    tree = read(PublicationPage.objects.get(pk=translation.pk).url)
    assert "Tovi Adar" in tree.select_one(".by").get_text()
    assert len(tree.select(".files li")) == 1


class TestText:
    HEADING = "3f2a9c1e-0000-4000-8000-000000000001"

    def body(self, *blocks):
        return json.dumps(
            [{"type": kind, "value": value, "id": key} for kind, value, key in blocks]
        )

    def test_contents_lead_to_chapters_by_names_that_stay(self, make_publication, read):
        body = self.body(
            ("heading", "Who decided", self.HEADING),
            ("text", "<p>The office.</p>", "t1"),
            ("heading", "Who was told", "b1b1b1b1-0000-4000-8000-000000000002"),
        )
        page = make_publication(body=body)
        links = read(page.url).select(".contents a")
        assert [link.string for link in links] == ["Who decided", "Who was told"]
        page.body[0].value = "Who was it that decided?"
        page.save_revision().publish()
        tree = read(page.url)
        assert tree.select_one(links[0]["href"]).get_text() == "Who was it that decided?"

    def test_footnotes_are_numbered_through_the_whole_text(self, make_publication, read):
        body = self.body(
            ("text", "<p>One.[^First [sic] <i>note</i>.] Two.[^ Second ]</p>", "t1"),
            ("quote", {"text": "[^not here]", "speaker": "", "role": ""}, "q1"),
            ("text", "<p>Three.[^Third]</p>", "t2"),
        )
        tree = read(make_publication(body=body).url)
        notes = tree.select(".notes li")
        assert [note["id"] for note in notes] == ["n-1", "n-2", "n-3"]
        assert notes[0].get_text().startswith("First [sic] note.")
        marks = tree.select("sup.note a")
        assert [mark["href"] for mark in marks] == ["#n-1", "#n-2", "#n-3"]
        assert notes[2].select_one("a.back")["href"] == f"#{marks[2]['id']}"

    @pytest.mark.parametrize(
        "html",
        ["<p>a [^open</p><p>closed] b</p>", "<p>a [^b <b>c] d</b></p>", "<p>[^]</p>", "<p>[1]</p>"],
    )
    def test_what_is_no_footnote_stays_as_written(self, make_publication, read, html):
        tree = read(make_publication(body=self.body(("text", html, "t1"))).url)
        assert not tree.select("sup.note, .notes")

    def test_table_has_headings_for_columns_and_rows(self, make_publication, read):
        cells = "Year\tSprings\n2024\t5\n2025 | 3 | note\n\n"
        table = {"caption": "Springs", "cells": cells, "first_column": True, "source": "Counts"}
        tree = read(make_publication(body=self.body(("table", table, "t1"))).url)
        rows = [[cell.get_text() for cell in row.select("th, td")] for row in tree.select("tr")]
        assert rows == [["Year", "Springs", ""], ["2024", "5", ""], ["2025", "3", "note"]]
        assert [cell.string for cell in tree.select("th[scope=row]")] == ["2024", "2025"]
        assert tree.caption.string == "Springs"

    @pytest.mark.parametrize(
        ("cells", "says"), [("Year | Springs", "another row"), ("a|" * 13 + "\nb", "12 columns")]
    )
    def test_table_that_cannot_be_read_is_refused(self, cells, says):
        from publications.blocks import TableBlock

        block = TableBlock()
        value = block.to_python({"caption": "x", "cells": cells, "first_column": True})
        with pytest.raises(ValidationError) as refused:
            block.clean(value)
        assert says in str(refused.value.block_errors["cells"])


def test_fields_that_were_left_out_are_fetched_when_needed(make_publication):
    make_publication(subtitle="Four years")
    page = PublicationPage.objects.defer("subtitle", "locale").get()
    assert (page.subtitle, page.locale.language_code) == ("Four years", "en")
    page.refresh_from_db(fields=["title"])
    page.refresh_from_db()


def test_metadata_for_machines(make_publication, make_document, organisation, read):
    document = make_document()
    page = make_publication(
        authors=[{"name": "Mara Ilen", "cited_as": "Ilen, Mara"}, {"organisation": organisation}],
        files=[{"document": document}],
        isbn="978-0-306-40615-7",
        publisher="Sample Press",
        date=date(2025, 3, 9),
    )
    tree = read(page.url)
    assert metas(tree, "citation_title") == ["The price of a tree"]
    assert metas(tree, "citation_author") == ["Ilen, Mara", "Oruva Watch"]
    assert metas(tree, "citation_publication_date") == ["2025/03/09"]
    assert metas(tree, "citation_pdf_url") == [f"http://testserver{document.url}"]
    assert metas(tree, "DC.creator") == ["Mara Ilen", "Oruva Watch"]
    assert metas(tree, "citation_doi") == []
    data = page.structured_data()
    assert data["@type"] == "Report"
    assert [author["@type"] for author in data["author"]] == ["Person", "Organization"]
    assert data["isbn"] == "9780306406157"
    assert data["encoding"][0]["contentUrl"] == f"http://testserver{document.url}"
    assert "issn" not in data
    json.dumps(data)


def test_page_keeps_to_its_budget(
    make_publication, make_document, organisation, client, django_assert_max_num_queries
):
    series = Series.objects.create(name="Papers", slug="papers")
    documents = [make_document(name=f"{n}.pdf") for n in range(8)]
    page = make_publication(
        authors=[*(f"Author {n}" for n in range(6)), {"organisation": organisation}],
        files=[
            {"document": d, "language": c}
            for d, c in zip(documents, ["en", "ar", "km", "th"] * 2, strict=True)
        ],
        series=series,
        publisher="Sample Press",
    )
    client.get(page.url)
    with django_assert_max_num_queries(20):
        client.get(page.url)


def test_editor_of_a_translation_says_where_authors_and_files_are_kept(
    make_publication, editor_client
):
    page = make_publication()
    arabic = Locale.objects.create(language_code="ar")
    translation = page.copy_for_translation(arabic, copy_parents=True)
    editors = {
        pk: editor_client.get(f"/admin/pages/{pk}/edit/").content.decode()
        for pk in (page.pk, translation.pk)
    }
    notice = "This page shows the authors and files of"
    assert notice not in editors[page.pk]
    assert notice in editors[translation.pk]
    assert (
        f'<a href="../../{page.pk}/edit/">the publication in English</a>' in editors[translation.pk]
    )


@pytest.mark.parametrize(
    ("licence", "abbreviation"), [("by-nc", "(CC BY-NC)"), ("zero", "(CC0)"), ("reserved", None)]
)
def test_abbreviation_of_the_licence_stands_for_itself(
    make_publication, read, licence, abbreviation
):
    tree = read(make_publication(licence=licence).url)
    apart = tree.select_one(".publication-facts bdi.unbroken")
    assert facts(tree)["Licence"]
    assert (apart and (apart.string, apart["dir"])) == (abbreviation and (abbreviation, "ltr"))
