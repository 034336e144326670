"""A distressing picture stands behind its notice, or nowhere, wherever a picture can stand."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from home.models import HomePage, SubSite
from letters.pdf.content import content_of
from multimedia.care.actions import withdraw_picture
from multimedia.models import Image, StoryIndexPage, StoryPage
from publications.models import PublicationIndexPage, PublicationPage

ADDRESSES = {
    "home page": "/en/",
    "letter": "/en/letters/a-letter/",
    "list of letters": "/en/letters/",
    "story": "/en/stories/a-story/",
    "list of stories": "/en/stories/",
    "publication": "/en/publications/a-report/",
    "list of publications": "/en/publications/",
    "grid of publications": "/en/publications/?view=grid",
    "search": "/en/search/?q=sample",
}
SHOWS_IT = {"home page", "letter", "story"}


@pytest.fixture
def image(make_image):
    return make_image(warning="injury", credit="Somebody")


@pytest.fixture
def value(image):
    return {"image": image.pk, "alt_text": "A wound", "decorative": False}


@pytest.fixture
def letter(make_letter, image, value):
    body = [{"type": "picture", "value": {"image": value, "caption": "By the river"}}]
    fields = {"body": body, "social_image": image, "summary": "A sample."}
    return make_letter(["Sample Union"], **fields)


@pytest.fixture
def story(make_story, image, value):
    pictures = [
        {"type": "item", "id": f"{n}", "value": {"picture": value, "caption": "1999"}}
        for n in (1, 2)
    ]
    scene = {"picture": value, "loop": None, "title": "Night", "text": "It was dark."}
    place = {"type": "item", "id": "a", "value": {"name": "Oruva", "text": "The landing"}}
    return make_story(
        ("picture", {"image": value, "caption": ""}),
        ("scene", scene),
        *(
            ("gallery", {"title": layout, "layout": layout, "pictures": pictures})
            for layout in ("grid", "sequence", "before-after")
        ),
        ("map", {"title": "Map", "picture": value, "places": [place], "source": "Ours"}),
        (
            "outside_video",
            {
                "address": "https://example.org/",
                "title": "Elsewhere",
                "picture": value,
                "caption": "",
            },
        ),
        social_image=image,
        summary="A sample.",
    )


@pytest.fixture
def everywhere(home, image, value, letter, story):
    """The picture in every place that can hold one."""
    index = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    index.save_revision().publish()
    report = PublicationPage(
        title="A report", slug="a-report", date=date(2026, 3, 1), social_image=image, cover=image
    )
    index.add_child(instance=report)
    report.save_revision().publish()
    SubSite.objects.create(
        name="Beside", url="https://beside.example", picture=image, locale=home.locale
    )
    page = HomePage.objects.get(pk=home.pk)
    page.social_image = image
    link = {"label": "", "page": None, "address": ""}
    purpose = {"title": "We watch", "text": "Always.", "picture": value, "link": link}
    stories = StoryIndexPage.objects.get()

    def newest(index):
        latest = {"title": "Newest", "text": "", "index": index.pk, "count": 3}
        return {"title": "Newest", "text": "", "latest": latest}

    page.sections = [
        {"type": "purpose", "value": purpose},
        {"type": "stories", "value": newest(stories)},
        {"type": "publications", "value": newest(index)},
        {"type": "subsites", "value": {"title": "Sites", "text": ""}},
    ]
    page.save_revision().publish()


@pytest.mark.parametrize("place", ADDRESSES)
def test_nobody_sees_it_unasked(place, everywhere, image, client):
    html = client.get(ADDRESSES[place]).content.decode()
    addresses = {rendition.url for rendition in image.renditions.all()}
    page = BeautifulSoup(html, "html.parser")
    shown = [tag for tag in page.find_all("img") if tag["src"] in addresses]
    assert bool(shown) == (place in SHOWS_IT)
    for tag in shown:
        notice = tag.find_parent("details", class_="content-notice")
        assert notice, tag
        assert not notice.has_attr("open")
        assert "Content notice: injuries." in notice.summary.get_text()
        assert tag["loading"] == "lazy"
        tag.find_parent("picture").decompose()
    assert not [address for address in addresses if address in str(page)]


def test_feed_holds_no_address_of_it(everywhere, image, client):
    feed = client.get("/en/letters/feed.xml").content.decode()
    assert "A letter" in feed
    assert not [size.url for size in image.renditions.all() if size.url in feed]


def test_social_card_is_a_drawing_or_nothing(everywhere, image, client):
    page = BeautifulSoup(client.get(ADDRESSES["letter"]).content.decode(), "html.parser")
    for tag in page.select('meta[property="og:image"]'):
        assert "/images/" not in tag["content"]


def test_opening_and_scenes_keep_their_words(everywhere, read):
    page = read(ADDRESSES["story"])
    assert page.h1.get_text() == "A story"
    assert not page.select(".scene")
    assert page.find(id="night").get_text() == "Night"
    assert "It was dark." in page.article.get_text()


def test_pair_behind_notices_is_not_laid_over_one_another(everywhere, read):
    assert not read(ADDRESSES["story"]).select("[data-compare]")


def test_letter_on_paper_says_what_would_be_seen(letter):
    content = content_of(letter)
    assert not content.pictures
    assert "Injuries: A wound" in str(content.data)
    assert "By the river" in str(content.data)


def test_letter_on_paper_loses_a_picture_that_is_found_distressing_later(make_letter, make_image):
    from django.core.files.base import ContentFile

    from letters.models import PagePDF

    image = make_image()
    value = {"image": image.pk, "alt_text": "A pier", "decorative": False}
    letter = make_letter(
        ["Sample Union"], body=[{"type": "picture", "value": {"image": value, "caption": ""}}]
    )
    pdf = PagePDF.objects.get(page=letter)
    pdf.file.save("x.pdf", ContentFile(b"with the picture"))
    image.warning = "death"
    image.save()
    assert not PagePDF.objects.get(page=letter).file


def test_withdrawn_picture_leaves_neither_caption_nor_credit(everywhere, image, client, read):
    Image.objects.update(warning="")
    assert "Picture: Somebody" in str(read(ADDRESSES["story"]))
    withdraw_picture(image=image, by=None)
    story = read(ADDRESSES["story"])
    assert "Somebody" not in str(story)
    assert "1999" not in str(story)
    assert "The landing" in story.get_text()
    assert story.h1.get_text() == StoryPage.objects.get().title
