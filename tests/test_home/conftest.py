"""A site with two languages, read as HTML."""

import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def arabic(db):
    """The Arabic `Locale`."""
    from wagtail.models import Locale

    return Locale.objects.create(language_code="ar")


@pytest.fixture
def arabic_home(home, arabic):
    """The published Arabic home page."""
    page = home.copy_for_translation(arabic)
    page.title = "الرئيسية"
    page.save_revision().publish()
    return page


@pytest.fixture
def site_settings(home):
    """The English settings of the site."""
    from wagtail.models import Locale, Site

    from home.models import SiteSettings

    return SiteSettings.objects.create(
        site=Site.objects.get(),
        locale=Locale.get_default(),
        organisation_name="Sample Network",
        short_name="SAMPLE",
        tagline="For the sake of a test",
    )


@pytest.fixture
def add_page(home):
    """A function that publishes a standard page below `parent` (default: the home page)."""
    from home.models import StandardPage

    def add(title, *, parent=None, **fields):
        page = (parent or home).add_child(instance=StandardPage(title=title, **fields))
        page.save_revision().publish()
        return StandardPage.objects.get(pk=page.pk)

    return add


@pytest.fixture
def read(client):
    """A function that gets an address and returns its HTML as a tree."""

    def get(url, status=200):
        response = client.get(url)
        assert response.status_code == status
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


@pytest.fixture
def make_image(db):
    """A function that puts a plain picture into the library."""
    from io import BytesIO

    from django.core.files.base import ContentFile
    from PIL import Image as Pillow

    from multimedia.models import Image

    def make(title="A harbour", width=1600, height=1000, **fields):
        data = BytesIO()
        Pillow.new("RGB", (width, height), "teal").save(data, "PNG")
        file = ContentFile(data.getvalue(), name="picture.png")
        return Image.objects.create(title=title, file=file, width=width, height=height, **fields)

    return make
