"""Nothing that a picture's file tells is ever stored."""

import gc
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow
from PIL.JpegImagePlugin import JpegImageFile
from wagtail.models import Collection, UploadedFile

from multimedia.models import Image
from multimedia.uploads.pictures import prepare_picture
from tests.test_multimedia.canaries import CANARY, FORMATS, drawing, secrets_in

pytestmark = pytest.mark.django_db


@pytest.fixture(params=list(FORMATS))
def extension(request):
    return request.param


@pytest.fixture
def secret(extension):
    data = FORMATS[extension]()
    assert len(secrets_in(data)) >= (1 if extension == "gif" else 3), "the test picture is silent"
    return SimpleUploadedFile(f"holiday.{extension}", data)


def assert_nothing_is_told(stored):
    files = stored()
    assert files, "nothing was stored at all"
    assert {name: secrets_in(data) for name, data in files.items() if secrets_in(data)} == {}


def use(image):
    """Make what pages show."""
    for spec in ("width-30|format-webp", "width-30|format-avif", "fill-20x20|format-jpeg"):
        image.get_rendition(spec)
    image.get_renditions("width-16", "original", "max-165x165")


def test_through_the_upload_of_many(editor_client, secret, stored):
    answer = editor_client.post(
        reverse("wagtailimages:add_multiple"), {"title": "Holiday", "files[]": secret}
    )
    assert answer.json()["success"], answer.json()
    use(Image.objects.get())
    assert_nothing_is_told(stored)


def test_through_the_form_for_one_and_replacing_it(editor_client, secret, extension, stored):
    fields = {"title": "One", "file": secret, "collection": Collection.get_first_root_node().pk}
    answer = editor_client.post(reverse("wagtailimages:add"), fields)
    assert answer.status_code == 302, answer.context["form"].errors
    image = Image.objects.get()
    use(image)
    again = SimpleUploadedFile(f"again.{extension}", FORMATS[extension]())
    answer = editor_client.post(
        reverse("wagtailimages:edit", args=[image.pk]), fields | {"file": again}
    )
    assert answer.status_code == 302, answer.context["form"].errors
    image.refresh_from_db()
    assert image.file_size == image.file.size
    use(image)
    assert_nothing_is_told(stored)


def test_through_the_chooser(editor_client, secret, stored):
    fields = {
        "image-chooser-upload-title": "Chosen",
        "image-chooser-upload-file": secret,
        "image-chooser-upload-collection": Collection.get_first_root_node().pk,
    }
    answer = editor_client.post(reverse("wagtailimages_chooser:create"), fields)
    assert answer.json()["step"] == "chosen"
    assert_nothing_is_told(stored)


# Wagtail leaves the completed file open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_through_an_upload_that_waits_for_its_title(editor_client, secret, stored):
    """Wagtail keeps such a file apart, as it came, until the form is complete."""
    answer = editor_client.post(
        reverse("wagtailimages:add_multiple"), {"title": " ", "files[]": secret}
    )
    upload = UploadedFile.objects.get(pk=answer.json()["uploaded_file_id"])
    assert_nothing_is_told(stored)
    prefix = f"uploaded-image-{upload.pk}"
    answer = editor_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk]),
        {f"{prefix}-title": "Named", f"{prefix}-collection": Collection.objects.get().pk},
    )
    assert answer.json()["success"]
    gc.collect()
    assert_nothing_is_told(stored)


# The secret in the index of further pictures is no index at all.
@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO file")
def test_through_code(secret, stored):
    image = Image.objects.create(title="By hand", file=secret)
    use(image)
    assert_nothing_is_told(stored)
    image.file.save("other.bin", ContentFile(FORMATS["jpg"]()))
    assert_nothing_is_told(stored)


@pytest.mark.parametrize("name", ["jpg", "png", "webp", "avif", "heic", "tiff"])
@pytest.mark.parametrize("orientation", [3, 6])
def test_picture_is_turned_before_its_orientation_is_forgotten(name, orientation):
    prepared = prepare_picture(SimpleUploadedFile("x", FORMATS[name](orientation)))
    assert not secrets_in(prepared.data)
    picture = Pillow.open(BytesIO(prepared.data)).convert("RGB")
    red = {3: (0.9, 0.5), 6: (0.5, 0.1)}[orientation]
    at = (int(red[0] * picture.width), int(red[1] * picture.height))
    assert picture.size == ((48, 64) if orientation == 6 else (64, 48))
    assert picture.getpixel(at)[0] > 200, f"red is not where it should be ({name})"


@pytest.mark.parametrize("name", ["jpg", "png", "webp", "gif"])
def test_cleaning_changes_no_pixel_and_cleans_once(name):
    data = FORMATS[name]()
    once = prepare_picture(SimpleUploadedFile("x", data)).data
    whole = JpegImageFile if name == "jpg" else Pillow.open
    with whole(BytesIO(data)) as before, Pillow.open(BytesIO(once)) as after:
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
        assert getattr(before, "n_frames", 1) == getattr(after, "n_frames", 1)
    assert prepare_picture(SimpleUploadedFile("x", once)).data == once


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "CMYK", "I;16", "YCbCr"])
@pytest.mark.parametrize("name", ["PNG", "TIFF", "JPEG"])
def test_every_kind_of_colour_is_taken(mode, name):
    file = BytesIO()
    try:
        drawing("L").convert(mode).save(file, name)
    except (OSError, ValueError):
        pytest.skip("this format has no such colours")
    prepared = prepare_picture(SimpleUploadedFile("x", file.getvalue()))
    assert Pillow.open(BytesIO(prepared.data)).size == (64, 48)


def test_what_the_file_says_is_proposed_and_not_kept(editor_client, stored):
    answer = editor_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Holiday", "files[]": SimpleUploadedFile("a.jpg", FORMATS["jpg"]())},
    )
    form = answer.json()["form"]
    assert f'value="{CANARY} exif"' in form
    assert f'value="{CANARY} artist"' in form
    assert "Proposed from the file" in form
    image = Image.objects.get()
    assert (image.description, image.credit, image.source) == ("", "", "")


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO file")
def test_public_address_says_nothing_about_the_name_of_the_file(media):
    file = SimpleUploadedFile("Jane Sample in hiding.jpg", FORMATS["jpg"]())
    image = Image.objects.create(title="x", file=file)
    image.get_rendition("width-20")
    assert "Jane" not in "".join(str(path) for path in media.rglob("*"))
