"""Citations to copy and as files."""

from datetime import date

import pytest

from publications.citations.files import bibtex, ris
from publications.citations.reference import Reference
from publications.citations.styles import apa, chicago
from publications.details import Credit

MARA = Credit("Mara Ilen", cited_as="Ilen, Mara Sol")
TOVI = Credit("Tovi Adar")
WATCH = Credit("Oruva Watch", is_organisation=True)


def reference(**fields):
    fields = {
        "key": "tree-2025",
        "kind": "Report",
        "title": "The price of a tree: Four years",
        "authors": [MARA, TOVI, WATCH],
        "date": date(2025, 3, 9),
        "publisher": "Sample Press",
        "series": "Working papers",
        "number": "7",
        "url": "https://example.org/en/publications/tree/",
    } | fields
    return Reference(**fields)


def test_apa():
    assert apa(reference()) == (
        "Ilen, M. S., Tovi Adar, & Oruva Watch. (2025). The price of a tree: Four years "
        "(Working papers No. 7). Sample Press. https://example.org/en/publications/tree/"
    )


def test_chicago():
    assert chicago(reference(authors=[MARA, MARA, TOVI])) == (
        "Ilen, Mara Sol, Mara Sol Ilen, and Tovi Adar. The price of a tree: Four years. Working "
        "papers 7. Sample Press, 2025. https://example.org/en/publications/tree/"
    )


def test_publisher_stands_in_for_an_author_and_is_named_once():
    anonymous = reference(authors=[], series="", doi="10.1000/182")
    assert apa(anonymous) == (
        "Sample Press. (2025). The price of a tree: Four years. https://doi.org/10.1000/182"
    )
    assert chicago(anonymous).count("Sample Press") == 1


@pytest.mark.parametrize("style", [apa, chicago])
def test_nothing_is_needed_but_title_and_date(style):
    cited = style(reference(authors=[], publisher="", series="", number="", url=""))
    assert cited.startswith("The price of a tree: Four years.")
    assert "2025" in cited


def test_bibtex_takes_no_name_apart_and_escapes_signs():
    entry = bibtex(reference(title="Trees & {money}: 100%", key="tree_ä-2025"))
    assert entry.startswith("@techreport{tree-2025,\n")
    assert "author = {Ilen, Mara Sol and {Tovi Adar} and {Oruva Watch}}" in entry
    assert r"title = {{Trees \& \{money\}: 100\%}}" in entry
    assert "isbn" not in entry
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_ris_has_one_tag_on_each_line():
    record = ris(reference(title="Two\nlines", isbn="978-0-306-40615-7"))
    lines = record.split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[1:4] == ["AU  - Ilen, Mara Sol", "AU  - Tovi Adar", "AU  - Oruva Watch"]
    assert "TI  - Two lines" in lines
    assert "DA  - 2025/03/09" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_reader_copies_without_javascript(make_publication, read):
    page = make_publication(authors=["Mara <Ilen>"], publisher="Sample Press")
    fields = read(page.url).select(".cite textarea[readonly]")
    labels = [label.string for label in read(page.url).select(".cite label")]
    assert labels == ["APA", "Chicago", "BibTeX", "RIS"]
    assert fields[0].get_text().startswith("Mara <Ilen>. (2026).")


@pytest.mark.parametrize(("ending", "begins"), [("bib", b"@techreport{"), ("ris", b"TY  - RPRT")])
def test_citation_as_a_file(make_publication, client, ending, begins):
    page = make_publication(slug="tree")
    response = client.get(f"{page.url}citation.{ending}")
    assert response.content.startswith(begins)
    assert response["Content-Disposition"] == f'attachment; filename="tree.{ending}"'
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_drafts_and_private_pages_have_no_citation(make_publication, client):
    from wagtail.models import PageViewRestriction

    draft = make_publication(slug="draft", publish=False)
    private = make_publication(slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for slug in (draft.slug, private.slug, "no-such-page"):
        assert client.get(f"/en/publications/{slug}/citation.bib").status_code == 404
    assert client.get("/en/publications/citation.bib").status_code == 404
