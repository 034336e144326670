"""Staff see wherever they meet a picture that it must not be shown."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.models import StandardPage
from multimedia.care.actions import withdraw_picture
from multimedia.models import Image, PictureConsent
from tests.test_multimedia.canaries import png

pytestmark = pytest.mark.django_db
ENDED = "The consent has ended"
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def make_image():
    def make(title="March at dawn"):
        return Image.objects.create(title=title, file=SimpleUploadedFile("a.png", png()))

    return make


@pytest.fixture
def image(make_image):
    """A picture whose consent has ended."""
    image = make_image()
    PictureConsent.objects.create(image=image, until=YESTERDAY)
    return image


def html(client, name, *args, query=""):
    return client.get(reverse(name, args=args) + query).content.decode()


@pytest.mark.parametrize("layout", ["grid", "list"])
def test_library_flags_it(layout, image, make_image, editor_client):
    listing = html(editor_client, "wagtailimages:index", query=f"?layout={layout}")
    assert listing.count(ENDED) == 1
    other = make_image("Harbour")
    withdraw_picture(image=other, by=None)
    listing = html(editor_client, "wagtailimages:index", query=f"?layout={layout}")
    assert listing.count(ENDED) == listing.count(">Withdrawn<") == 1


@pytest.mark.parametrize("layout", ["grid", "list"])
def test_flags_need_one_query_for_a_whole_page(
    layout, image, make_image, editor_client, django_assert_max_num_queries
):
    query = f"?layout={layout}"
    html(editor_client, "wagtailimages:index", query=query)
    with CaptureQueriesContext(connection) as few:
        html(editor_client, "wagtailimages:index", query=query)
    count = len(few)
    for _number in range(9):
        make_image()
    html(editor_client, "wagtailimages:index", query=query)
    with django_assert_max_num_queries(count + 1):
        html(editor_client, "wagtailimages:index", query=query)


def test_list_of_its_uses_says_so_and_leads_to_withdrawing(image, editor_client):
    page = html(editor_client, "wagtailimages:image_usage", image.pk)
    assert "The consent for the picture “March at dawn” has ended." in page
    assert reverse("multimedia_withdraw", args=[image.pk]) in page
    withdraw_picture(image=image, by=None)
    page = html(editor_client, "wagtailimages:image_usage", image.pk)
    assert "was withdrawn. Choose another." in page
    assert reverse("multimedia_withdraw", args=[image.pk]) not in page


def test_list_of_the_uses_of_other_pictures_is_as_ever(make_image, editor_client):
    page = html(editor_client, "wagtailimages:image_usage", make_image().pk)
    assert "consent" not in page


def test_form_of_the_picture_says_so(image, editor_client):
    page = html(editor_client, "wagtailimages:edit", image.pk)
    assert "The consent for the picture “March at dawn” has ended." in page


@pytest.mark.parametrize("place", ["body", "social_image"])
def test_editor_of_each_page_that_uses_it_says_so(place, home, make_image, editor_client):
    image = make_image()
    value = {"image": {"image": image.pk, "alt_text": "Umbrellas", "decorative": False}}
    fields = {
        "body": {"body": [{"type": "picture", "value": value | {"caption": ""}}]},
        "social_image": {"social_image": image},
    }
    page = home.add_child(instance=StandardPage(title="About", **fields[place]))
    page.save_revision().publish()
    assert ENDED not in html(editor_client, "wagtailadmin_pages:edit", page.pk)
    PictureConsent.objects.create(image=image, until=YESTERDAY)
    editor = html(editor_client, "wagtailadmin_pages:edit", page.pk)
    assert "The consent for the picture “March at dawn” has ended." in editor
    assert "and it is public" in editor


def test_chooser_offers_it_no_more_and_finds_it_no_more(image, make_image, editor_client):
    assert "March at dawn" not in html(editor_client, "wagtailimages_chooser:choose")
    make_image("Harbour at dawn")
    found = html(editor_client, "wagtailimages_chooser:choose_results", query="?q=dawn")
    assert "March at dawn" not in found
    assert "Harbour at dawn" in found
