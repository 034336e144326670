"""Pictures on pages: words in every language, and the sizes that screens need."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale

from home.models import StandardPage
from multimedia.models import Image
from multimedia.tasks import make_renditions
from tests.test_multimedia.canaries import png

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return Image.objects.create(
        title="IMG 0815", description="A bridge", file=SimpleUploadedFile("a.png", png())
    )


@pytest.fixture
def make_page(home):
    """A function that publishes a page with pictures, each with words of its own or none."""

    def make(*images):
        body = [
            {"type": "picture", "value": {"image": {"image": image.pk, "alt_text": "x"}}}
            for image in images
        ]
        page = home.add_child(instance=StandardPage(title="Page", slug="page", body=body))
        page.save_revision().publish()
        return page

    return make


@pytest.fixture
def read(client):
    def get(url="/en/page/"):
        return BeautifulSoup(client.get(url).content.decode(), "html.parser")

    return get


def test_every_language_of_the_site_has_its_own_text(editor_client, image):
    Locale.objects.create(language_code="ar")
    url = reverse("wagtailimages:edit", args=[image.pk])
    form = BeautifulSoup(editor_client.get(url).content.decode(), "html.parser")
    assert form.select_one("[name=alt_ar]")["dir"] == "rtl"
    editor_client.post(
        url,
        {"title": "x", "collection": image.collection_id, "description": "Bridge", "alt_ar": "جسر"},
    )
    image.refresh_from_db()
    assert (image.alt_in("ar"), image.alt_in("en"), image.alt_in("th")) == ("جسر",) + (
        "Bridge",
    ) * 2
    editor_client.post(
        url,
        {"title": "x", "collection": image.collection_id, "description": "Bridge", "alt_ar": ""},
    )
    image.refresh_from_db()
    assert image.alt_in("ar") == "Bridge"


def test_name_of_a_file_is_never_read_out(image):
    image.description = ""
    assert image.default_alt_text == ""


def test_avif_comes_from_the_background_and_webp_at_once(image, make_page, read):
    make_page(image)
    picture = read().select_one("main picture")
    assert [source["type"] for source in picture.select("source")] == ["image/webp"]
    read()
    assert DBTaskResult.objects.count() == 1, "asked for once, not with every reader"
    arguments = DBTaskResult.objects.get().args_kwargs["args"]
    make_renditions.func(*arguments)
    picture = read().select_one("main picture")
    assert [source["type"] for source in picture.select("source")] == ["image/avif", "image/webp"]
    assert picture.img["src"].endswith(".jpg")
    assert picture.img["width"]
    assert picture.img["height"]


def test_only_the_first_picture_is_loaded_at_once(image, make_page, read):
    make_page(image, image, image)
    first, *others = read().select("main img")
    assert first["fetchpriority"] == "high"
    assert not first.has_attr("loading")
    assert [other["loading"] for other in others] == ["lazy", "lazy"]


def test_more_pictures_need_no_more_queries(make_page, client):
    images = [
        Image.objects.create(
            title=str(number), description="x", file=SimpleUploadedFile("a.png", png())
        )
        for number in range(8)
    ]
    page = make_page(*images)
    client.get("/en/page/")
    for arguments in DBTaskResult.objects.values_list("args_kwargs", flat=True):
        make_renditions.func(*arguments["args"])
    with CaptureQueriesContext(connection) as eight:
        client.get("/en/page/")
    page.body = page.body.get_prep_value()[:1]
    page.save_revision().publish()
    with CaptureQueriesContext(connection) as one:
        client.get("/en/page/")
    assert len(eight) == len(one) <= 20


def test_old_sizes_go_when_the_file_is_replaced(editor_client, image, media):
    image.get_rendition("width-20")
    old = image.file.name
    editor_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "x",
            "collection": image.collection_id,
            "file": SimpleUploadedFile("b.png", png(6)),
        },
    )
    image.refresh_from_db()
    assert image.file.name != old
    assert (image.width, image.height) == (48, 64)
    assert not image.renditions.exists()
    assert not (media / old).exists()
