"""The home page with its sections, and standard pages with all blocks."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Locale

from home.blocks.body import BodyBlock
from home.blocks.sections import SectionsBlock
from home.models import SubSite
from publications.models import Document


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def section(kind, **value):
    return {"type": kind, "value": {"title": f"Title of {kind}", "text": "A few words.", **value}}


def test_empty_home_page_has_its_title(home, read):
    assert [title.string for title in read("/en/").select("h1")] == ["FORUM-ASIA"]


def test_home_page_shows_every_section_in_order(home, letter_index, make_letter, read):
    make_letter(title="The newest letter", date=date(2026, 5, 1), slug="newest")
    make_letter(title="The oldest letter", date=date(2025, 5, 1), slug="oldest")
    SubSite.objects.create(
        name="An archive", url="https://www.archive.example.org/", locale=Locale.get_default()
    )
    point = {"title": "One", "text": "", "link": {"label": "Read", "page": letter_index.pk}}
    latest = {"title": "Newest", "index": letter_index.pk, "count": 1}
    publish(
        home,
        sections=[
            section("purpose", link={"label": "Elsewhere", "address": "https://example.org/"}),
            section("approaches", approaches=[point]),
            section("who_we_work_with", groups=[point]),
            section("interventions", lists=[latest]),
            section("stories", latest=latest),
            section("publications", latest=latest),
            section("subsites"),
        ],
    )
    tree = read("/en/")
    assert [title.string for title in tree.select("h1")] == ["Title of purpose"]
    assert [title.string for title in tree.select("main h2")] == [
        "Title of approaches",
        "Title of who_we_work_with",
        "Title of interventions",
        "Title of stories",
        "Title of publications",
        "Title of subsites",
    ]
    assert len(tree.select('main a[href="/en/letters/newest/"]')) == 3
    assert not tree.select('main a[href="/en/letters/oldest/"]')
    assert tree.select_one(".domain").get_text() == "archive.example.org"


def test_list_without_entries_says_so(home, letter_index, read):
    latest = {"title": "Newest", "index": letter_index.pk, "count": 3}
    publish(home, sections=[section("stories", latest=latest)])
    assert "Nothing has been published here yet." in read("/en/").get_text()


def test_untranslated_entries_say_what_language_they_are_in(
    home, letter_index, make_letter, arabic_home, read
):
    make_letter(title="Only in English")
    latest = {"title": "Newest", "index": letter_index.pk, "count": 3}
    sections = [section("stories", latest=latest), section("interventions", lists=[latest])]
    publish(home, sections=sections)
    publish(arabic_home, sections=sections)
    titles = read("/ar/").find_all(lang="en", string="Only in English")
    assert [title["dir"] for title in titles if title.name == "a"] == ["ltr"]
    card = read("/ar/").select_one(".card-title")
    assert (card["lang"], card["dir"]) == ("en", "ltr")
    assert not read("/en/").select_one(".card-title").has_attr("lang")


def test_link_to_an_unpublished_page_is_left_out(home, add_page, read):
    page = add_page("Gone", slug="gone")
    publish(home, sections=[section("purpose", link={"label": "Gone", "page": page.pk})])
    assert read("/en/").select('main a[href="/en/gone/"]')
    page.unpublish()
    assert not read("/en/").select("main a")


def test_pictures_come_in_sizes_that_fit(home, make_image, read):
    image = make_image(credit="Somebody")
    publish(home, sections=[section("purpose", picture={"image": image.pk, "alt_text": "Boats"})])
    picture = read("/en/").select_one("main img")
    assert picture["alt"] == "Boats"
    assert (picture["width"], picture["height"]) == ("1600", "1000")
    source = picture.parent.find("source", type="image/webp")
    widths = [candidate.split()[1] for candidate in source["srcset"].split(", ")]
    assert widths == ["640w", "1024w", "1600w"]
    assert picture["src"].endswith(".jpg")
    assert not picture.has_attr("loading"), "what a reader sees first must not wait"


def test_small_picture_is_offered_once(add_page, make_image, read):
    image = make_image(width=300, height=200)
    block = {"image": {"image": image.pk, "decorative": True}, "caption": "The pier"}
    add_page("Pier", slug="pier", body=[{"type": "picture", "value": block}])
    picture = read("/en/pier/").select_one("main img")
    source = picture.parent.find("source", type="image/webp")
    assert source["srcset"].endswith(" 300w")
    assert "," not in source["srcset"]
    assert (picture["alt"], picture["width"]) == ("", "300")


@pytest.fixture
def document(db):
    return Document.objects.create(
        title="Annual report", file=ContentFile(b"%PDF-1.7" + b"x" * 2040, name="report.pdf")
    )


def test_standard_page_shows_every_block(add_page, make_image, document, read):
    samples = {
        "heading": "What we ask for",
        "text": "<p>Two <b>bold</b> words.</p>",
        "quote": {"text": "First.\n\nSecond.", "speaker": "An editor", "role": "A paper"},
        "picture": {
            "image": {"image": make_image(credit="Somebody").pk, "alt_text": "Boats"},
            "caption": "Low tide",
        },
        "figures": {"figures": [{"number": "85", "text": "members"}], "source": "A report"},
        "call_to_action": {
            "title": "Write",
            "text": "",
            "link": {"label": "How", "address": "https://example.org/"},
        },
        "document": {"document": document.pk, "title": "", "description": "All of it."},
        "accordion": {"items": [{"title": "Who?", "text": "<p>You.</p>"}]},
    }
    assert set(samples) == set(BodyBlock().child_blocks), "every block is looked at"
    body = [{"type": kind, "value": value} for kind, value in samples.items()]
    parent = add_page("Parent", slug="parent", body=body)
    add_page("Child", slug="child", parent=parent, summary="In short.")
    main = read("/en/parent/").main
    assert main.select_one("h2#what-we-ask-for a")["href"] == "#what-we-ask-for"
    assert main.select_one(".prose b").string == "bold"
    assert [p.string for p in main.select("blockquote p")] == ["First.", "Second."]
    caption = main.select_one("picture + figcaption").get_text(" ", strip=True)
    assert caption == "Low tide Picture: Somebody"
    assert main.select_one(".figures dt").string == "members"
    assert main.select_one(".call a")["href"] == "https://example.org/"
    assert "(PDF, 2.0\xa0KB)" in main.select_one(".document a").get_text()
    assert main.select_one("details summary").string == "Who?"
    assert main.select_one('a[href="/en/parent/child/"]').string == "Child"


def test_document_that_was_deleted_leaves_no_gap(add_page, document, client):
    body = [{"type": "document", "value": {"document": document.pk, "title": "Report"}}]
    add_page("Page", slug="page", body=body)
    document.delete()
    assert "Report" not in client.get("/en/page/").content.decode()


def preview_blocks():
    for stream in (BodyBlock(), SectionsBlock()):
        yield from stream.child_blocks.items()


@pytest.mark.parametrize(
    "block", [pytest.param(block, id=name) for name, block in preview_blocks()]
)
def test_every_block_has_a_preview(block, rf, home):
    from wagtail.admin.views.generic.preview import StreamFieldBlockPreview

    request = rf.get("/", {"id": block.definition_prefix})
    response = StreamFieldBlockPreview.as_view()(request)
    html = response.render().content.decode()
    assert "css/site.css" in html
    assert "<style" not in html


def test_there_is_an_icon_for_whoever_asks_unseen(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"].endswith(".png")
    assert "max-age" in response["Cache-Control"]
