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


def people(count):
    return [Credit(f"Given F{n}", cited_as=f"F{n}, Given") for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("count", "cited"),
    [
        (1, "F1, G. (2025)."),
        (2, "F1, G., & F2, G. (2025)."),
        (3, "F1, G., F2, G., & F3, G. (2025)."),
        (20, "F18, G., F19, G., & F20, G. (2025)."),
        (21, "F18, G., F19, G., . . . F21, G. (2025)."),
    ],
)
def test_apa_names_up_to_twenty_authors(count, cited):
    line = apa(reference(authors=people(count)))
    assert cited in line
    assert line.startswith("F1, G.")
    assert "F20" not in line or count == 20


@pytest.mark.parametrize(
    ("count", "cited"),
    [
        (1, "F1, Given. The"),
        (2, "F1, Given, and Given F2. The"),
        (3, "F1, Given, Given F2, and Given F3. The"),
        (6, "F1, Given, Given F2, Given F3, Given F4, Given F5, and Given F6. The"),
        (7, "F1, Given, Given F2, Given F3, et al. The"),
        (21, "F1, Given, Given F2, Given F3, et al. The"),
    ],
)
def test_chicago_names_up_to_six_authors(count, cited):
    assert chicago(reference(authors=people(count))).startswith(cited)


@pytest.mark.parametrize(
    ("cited_as", "in_apa"),
    [
        ("Ilen, Jean-Luc ann", "Ilen, J.-L. A."),
        ("Adar, Tovi", "Adar, T."),
        ("Ilen,", "Ilen,"),
        ("Ilen, - x", "Ilen, X."),
        ("إيلين, مارا", "إيلين, مارا"),
        ("सोल, मीरा", "सोल, मीरा"),
    ],
)
def test_initials_are_for_scripts_that_have_them(cited_as, in_apa):
    assert apa(reference(authors=[Credit("x", cited_as=cited_as)])).startswith(in_apa)


@pytest.mark.parametrize("style", [apa, chicago])
@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Whose land?", "Whose land? "),
        ("Who said “no”", "Who said “no.” "),
        ('Who said "no?"', 'Who said "no?" '),
        ("100% & more {x}", "100% & more {x}. "),
        ("لمن الأرض؟", "لمن الأرض؟ "),
        ("ثمن شجرة", "ثمن شجرة. "),
    ],
)
def test_titles_end_in_one_mark(style, title, cited):
    assert cited in style(reference(title=title, series="", number=""))


def test_organisation_is_an_author_like_others():
    assert apa(reference(authors=[WATCH])).startswith("Oruva Watch. (2025). The price")
    assert chicago(reference(authors=[WATCH])).startswith("Oruva Watch. The price")
    assert "author = {{Oruva Watch}}" in bibtex(reference(authors=[WATCH]))
    assert "AU  - Oruva Watch" in ris(reference(authors=[WATCH]))


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
    assert r"title = {{Trees \& \textbraceleft{}money\textbraceright{}: 100\%}}" in entry
    assert "isbn" not in entry


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("a { alone", r"a \textbraceleft{} alone"),
        ("a } alone", r"a \textbraceright{} alone"),
        ("back\\slash", r"back\textbackslash{}slash"),
        ("~5 $ & #1_x^2", r"\textasciitilde{}5 \$ \& \#1\_x\textasciicircum{}2"),
        ('They said "no" – “never”', 'They said "no" – “never”'),
        ("ثمن شجرة", "ثمن شجرة"),
    ],
)
def test_bibtex_keeps_every_title_within_balanced_braces(title, written):
    entry = bibtex(reference(title=title))
    assert f"title = {{{{{written}}}}}" in entry
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(
    ("key", "safe"),
    [("شجرة-2025", "publication-2025"), ("2025", "publication-2025"), ("ä-a-1", "a-1")],
)
def test_bibtex_has_a_key_that_every_program_takes(key, safe):
    assert bibtex(reference(key=key)).startswith(f"@techreport{{{safe},")


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
