"""The library: order, views, filters."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from wagtail.models import Locale

from home.models import Theme
from multimedia.models import Rendition
from publications.models import Series
from tests.test_publications.pdfs import pdf

LIBRARY = "/en/publications/"


def titles(tree):
    return [link.get_text() for link in tree.select(".cover-title a, .entry-title a")]


def groups(tree):
    return {
        group.p.get_text(): {
            link.bdi.get_text(): int(link.span.get_text()) for link in group.select("a")
        }
        for group in tree.select(".narrow-group")
    }


@pytest.fixture
def three(make_publication, make_document, home):
    """Three publications and a page that refers to one of them."""
    from home.models import StandardPage

    water = Theme.objects.create(
        name="Water", slug="water", locale=Locale.objects.get(language_code="en")
    )
    papers = Series.objects.create(name="Papers", slug="papers")
    made = {
        "old": make_publication(
            "Old",
            date=date(2023, 5, 1),
            kind="briefing",
            countries=["TH"],
            series=papers,
            files=[{"document": make_document(), "language": "km"}],
        ),
        "middle": make_publication("Middle", date=date(2024, 5, 1), themes=[water]),
        "new": make_publication(
            "New",
            date=date(2025, 5, 1),
            countries=["TH", "LA"],
            files=[
                {"document": make_document(), "language": "en"},
                {"document": make_document(), "language": "km"},
                {"document": make_document(), "language": "km", "kind": "summary"},
            ],
        ),
    }
    link = f'<p><a linktype="page" id="{made["middle"].pk}">read</a></p>'
    for number in range(2):
        page = home.add_child(
            instance=StandardPage(title=f"Page {number}", body=[{"type": "text", "value": link}])
        )
        page.save_revision().publish()
    return made


def test_newest_come_first_as_covers(three, read):
    tree = read(LIBRARY)
    assert titles(tree) == ["New", "Middle", "Old"]
    assert len(tree.select(".covers .cover")) == 3
    assert [blank.string for blank in tree.select(".cover-blank")] == [
        "Report",
        "Report",
        "Briefing",
    ]


def test_list_instead_of_covers(three, read):
    tree = read(f"{LIBRARY}?view=list")
    assert titles(tree) == ["New", "Middle", "Old"]
    assert len(tree.select(".entries .entry")) == 3
    assert tree.select_one("meta[name=robots]")["content"] == "noindex"


def test_most_cited_first(three, home, read):
    tree = read(f"{LIBRARY}?sort=cited")
    assert titles(tree) == ["Middle", "New", "Old"]
    assert "cited by 2 pages" in tree.select_one(".cover").get_text()
    home.get_children().get(title="Page 0").unpublish()
    assert "cited by 1 page" in read(f"{LIBRARY}?sort=cited").select_one(".cover").get_text()


def test_every_way_to_narrow_down_with_counts(three, read):
    found = groups(read(LIBRARY))
    assert found["Type"] == {"Report": 2, "Briefing": 1}
    assert found["Theme"] == {"Water": 1}
    assert found["Country"] == {"Laos": 1, "Thailand": 2}
    assert list(found["Year"]) == ["2025", "2024", "2023"]
    assert sorted(found["Language"].values()) == [1, 2]
    assert found["Series"] == {"Papers": 1}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?language=km", ["New", "Old"]),
        ("?language=en", ["New"]),
        ("?series=papers", ["Old"]),
        ("?type=briefing&language=km", ["Old"]),
        ("?theme=water", ["Middle"]),
        ("?theme=water&sort=cited&view=list", ["Middle"]),
        ("?language=xx", []),
        ("?language=%00", []),
        ("?series=%00", []),
        ("?sort=nonsense&view=nonsense&colour=red", ["New", "Middle", "Old"]),
    ],
)
def test_lists_what_fits(three, read, query, found):
    assert titles(read(LIBRARY + query)) == found


def test_choices_keep_order_and_view(three, read):
    tree = read(f"{LIBRARY}?view=list&sort=cited&language=km")
    assert titles(tree) == ["New", "Old"]
    for link in tree.select(".narrow-group a"):
        assert "view=list" in link["href"]
        assert "sort=cited" in link["href"]
    covers = tree.find("a", string="Covers")["href"]
    assert "view" not in covers
    assert "language=km" in covers


def test_every_count_is_what_its_link_leads_to(three, read):
    tree = read(LIBRARY)
    for link in tree.select(".narrow-group a"):
        assert len(titles(read(LIBRARY + link["href"]))) == int(link.span.get_text())


def test_drafts_are_not_in_it(make_publication, read):
    make_publication("Draft", publish=False)
    tree = read(LIBRARY)
    assert titles(tree) == []
    assert "No publication has been published here yet." in tree.main.get_text()
    assert not tree.select(".arrange")


def test_nothing_found_says_so(three, read):
    assert "Nothing here fits all of this." in read(f"{LIBRARY}?type=infographic").main.get_text()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("type=annual-report", "Type: Annual report"),
        ("language=th", "Language: ภาษาไทย"),
        ("country=mm", "Country: Myanmar"),
        ("country=xx", "Country: xx"),
        ("type=nonsense&language=nonsense", "Type: nonsense"),
    ],
)
def test_choice_that_nothing_fits_has_its_name_all_the_same(three, read, query, named):
    tree = read(f"{LIBRARY}?{query}")
    chosen = [" ".join(link.get_text().split()) for link in tree.select("a.chosen")]
    assert f"Remove: {named} ×" in chosen


def test_long_libraries_come_in_parts(make_publication, read, monkeypatch):
    monkeypatch.setattr("publications.models.PublicationIndexPage.page_size", 2)
    for number in range(3):
        make_publication(f"Publication {number}", slug=f"p{number}")
    tree = read(f"{LIBRARY}?view=list")
    assert tree.select_one("a[rel=next]")["href"] == "?view=list&page=2"
    assert len(titles(read(f"{LIBRARY}?view=list&page=2"))) == 1


def test_home_page_section_shows_publications(three, library, home, read):
    section = {
        "title": "Publications",
        "text": "",
        "latest": {"title": "Newest", "text": "", "index": library.pk, "count": 2},
    }
    home.sections = [{"type": "publications", "value": section}]
    home.save_revision().publish()
    assert titles(read("/en/")) == ["New", "Middle"]


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("query", ["", "?view=list&sort=cited&language=km&type=report"])
def test_queries_do_not_grow(
    make_publication, make_document, client, count, query, django_assert_max_num_queries
):
    for number in range(count):
        make_publication(
            f"Publication {number}",
            slug=f"p{number}",
            countries=["TH", "LA"],
            files=[{"document": make_document(), "language": "km"}],
        )
    client.get(LIBRARY + query)
    with django_assert_max_num_queries(20):
        client.get(LIBRARY + query)


@pytest.fixture
def arabic_library(library, home):
    arabic = Locale.objects.create(language_code="ar")
    for page in (home, library):
        page.copy_for_translation(arabic).save_revision().publish()
    return arabic


def test_what_is_not_translated_stands_in_its_own_language(three, arabic_library, read):
    three["new"].copy_for_translation(arabic_library).save_revision().publish()
    tree = read("/ar/publications/")
    assert titles(tree) == ["New", "Middle", "Old"]
    assert [title.get("lang") for title in tree.select(".cover-title")] == [None, "en", "en"]
    assert [link["href"].split("/")[1] for link in tree.select(".cover-title a")] == [
        *("ar", "en", "en")
    ]
    for view in ("", "?view=list"):
        entries = read(f"/ar/publications/{view}").select(".covers > li, .entries > li")
        assert [bool(entry.select(".meta bdi[lang=en]")) for entry in entries] == [
            *(False, True, True)
        ]


def picture_of(address):
    """The picture that is shown in the size at `address`."""
    return Rendition.objects.get(file=address.removeprefix("/media/")).image_id


@pytest.mark.parametrize("view", ["", "?view=list"])
def test_cover_is_that_of_the_file_in_the_language_of_the_list(
    make_publication, make_document, arabic_library, read, view
):
    files = [
        {"document": make_document(pdf([name]), name=f"{name}.pdf"), "language": language}
        for name, language in (("first", "en"), ("second", "ar"))
    ]
    page = make_publication(files=[file | {"sort_order": n} for n, file in enumerate(files)])
    page.copy_for_translation(arabic_library).save_revision().publish()
    call_command("read_documents", stdout=io.StringIO())
    shown = {
        language: {
            picture_of(read(f"/{language}/publications/{path}").select_one(selector)["src"])
            for path, selector in ((view, "li img"), (f"{page.slug}/", ".publication-cover img"))
        }
        for language in ("en", "ar")
    }
    assert [len(pictures) for pictures in shown.values()] == [1, 1]
    assert shown["en"] != shown["ar"]
