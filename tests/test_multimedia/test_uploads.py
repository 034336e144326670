"""Which pictures are taken in, and what is said about the others."""

import os
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO

import hypothesis
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import strategies as st
from PIL import Image as Pillow
from wagtail.models import Collection

from multimedia.models import Image
from multimedia.uploads.media import FILM, SOUND, check_media
from multimedia.uploads.pictures import prepare_picture
from multimedia.uploads.refusals import RefusedFileError
from tests.conftest import ROOT
from tests.test_multimedia.canaries import FORMATS, chunk, jpeg, png

pytestmark = pytest.mark.django_db


def huge_png(side=11_000):
    """121 megapixels in 14 kilobytes."""
    packer = zlib.compressobj(9)
    line = b"\0" * (1 + side // 8)
    data = b"".join(packer.compress(line) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def animation(frames=60, side=1400):
    file = BytesIO()
    pictures = [Pillow.new("P", (side, side), number % 250) for number in range(frames)]
    pictures[0].save(file, "GIF", save_all=True, append_images=pictures[1:])
    return file.getvalue()


WHOLE = {}
BAD = {
    "program.jpg": (b"MZ\x90\0\3\0\0\0", "This is a program"),
    "script.png": (b"#!/bin/sh\nrm -rf /", "This is a program"),
    "page.jpg": (b"<html><script>alert(1)</script>", "web page"),
    "drawing.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
    "drawing.png": (b"<?xml version='1.0'?><svg><script>1</script></svg>", "SVG"),
    "report.jpg": (b"%PDF-1.4 and so on", "Upload it under Documents"),
    "words.jpg": (b"Nothing but words", "no picture that we take"),
    "large.png": (huge_png(), "11000 × 11000 pixels"),
    "film.gif": (animation(), "megapixels"),
    "half.jpg": (jpeg()[: len(jpeg()) // 3], "damaged"),
    "half.png": (png()[:-300], "damaged"),
    "changed.png": (png().replace(b"IDATx", b"IDATy"), "damaged"),
    "only-a-head.webp": (b"RIFF\xff\xff\0\0WEBPVP8 ", "damaged"),
    "only-a-head.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "damaged"),
    "only-a-head.tiff": (b"II*\0\x08\0\0\0\xff\xff", "damaged"),
}


@pytest.mark.filterwarnings("ignore:Image size:PIL.Image.DecompressionBombWarning")
@pytest.mark.filterwarnings("ignore:.*:UserWarning:PIL")
@pytest.mark.parametrize("name", BAD)
def test_what_is_no_picture_is_refused_with_a_reason_and_nothing_typed_is_lost(
    editor_client, media, name
):
    data, reason = BAD[name]
    answer = editor_client.post(
        reverse("wagtailimages:add"),
        {
            "title": "Our march",
            "description": "People with umbrellas",
            "file": SimpleUploadedFile(name, data),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert answer.status_code == 200
    form = answer.context["form"]
    assert reason in " ".join(form.errors["file"])
    assert (form["title"].value(), form["description"].value()) == (
        "Our march",
        "People with umbrellas",
    )
    assert not Image.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize("way", ["many", "chooser", "code"])
def test_every_way_in_is_watched(editor_client, way):
    file = SimpleUploadedFile("page.jpg", BAD["page.jpg"][0])
    if way == "many":
        answer = editor_client.post(reverse("wagtailimages:add_multiple"), {"files[]": file})
        assert "web page" in answer.json()["error_message"]
    elif way == "chooser":
        prefix = "image-chooser-upload"
        answer = editor_client.post(
            reverse("wagtailimages_chooser:create"),
            {f"{prefix}-title": "x", f"{prefix}-file": file},
        )
        assert "web page" in answer.content.decode()
    else:
        with pytest.raises(RefusedFileError):
            Image(title="x", width=1, height=1).file.save("page.jpg", file)
    assert not Image.objects.exists()


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO file")
def test_a_picture_with_something_behind_it_loses_that(media):
    hidden = b"<html><script>alert(1)</script>PK\3\4"
    for data in (jpeg(), png()):
        image = Image.objects.create(title="x", file=SimpleUploadedFile("x", data + hidden))
        assert b"<script>" not in image.file.read()
        image.file.close()


def test_the_content_decides_about_the_name(editor_client):
    answer = editor_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x", "files[]": SimpleUploadedFile("picture.txt", png())},
    )
    assert answer.json()["success"]
    assert Image.objects.get().file.name.endswith(".png")


def test_too_many_bytes_are_refused(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(RefusedFileError, match="Pictures may have"):
        Image(title="x", width=1, height=1).file.save("x", SimpleUploadedFile("x", jpeg()))


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("film.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isommp42", True),
        ("film.webm", b"\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\x82\x84webm", True),
        ("voice.mp3", b"ID3\x04\0\0\0\0\0\0", True),
        ("voice.opus", b"OggS\0\2", True),
        ("voice.m4a", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", True),
        ("voice.flac", b"fLaC\0\0\0\x22", False),
        ("film.mp4", b"<html>", False),
        ("film.mp4", b"MZ\x90\0", False),
        ("film.mp3", b"\0\0\0\x18ftypisom\0\0\0\0isommp42", False),
        ("picture.mp4", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", False),
    ],
)
def test_sound_and_film_are_judged_by_their_content(name, data, taken):
    file = SimpleUploadedFile(name, data)
    if taken:
        check_media(file)
        assert file.tell() == 0
    else:
        with pytest.raises(RefusedFileError):
            check_media(file)


def test_film_is_no_sound_and_sound_no_film():
    film = SimpleUploadedFile("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isom")
    with pytest.raises(RefusedFileError, match="Add it as video"):
        check_media(film, SOUND)
    with pytest.raises(RefusedFileError, match="Add it as audio"):
        check_media(SimpleUploadedFile("a.mp3", b"ID3\4"), FILM)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("extension", FORMATS)
@hypothesis.settings(max_examples=40)
@hypothesis.given(data=st.data())
def test_a_damaged_picture_is_taken_or_refused_but_never_an_error(extension, data):
    whole = WHOLE.setdefault(extension, FORMATS[extension]())
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(12, len(whole)))
    with suppress(RefusedFileError):
        prepare_picture(SimpleUploadedFile("x", bytes(changed[:end])))


MEASURE = """
import sys
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from multimedia.uploads.pictures import prepare_picture
from multimedia.uploads.refusals import RefusedFileError

prepare_picture(SimpleUploadedFile("x", open(sys.argv[1] + "small", "rb").read()))
data = open(sys.argv[1] + "large", "rb").read()
def kilobytes(name):
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
open("/proc/self/clear_refs", "w").write("5")  # forget the highest so far
before = kilobytes("VmRSS")
try:
    prepare_picture(SimpleUploadedFile("x", data))
    print("taken")
except RefusedFileError:
    print("refused")
print((kilobytes("VmHWM") - before) // 1024)
"""


def photo(size, format_, orientation=1, **options):
    file, data = BytesIO(), Pillow.Exif()
    data[0x0112] = orientation
    Pillow.effect_noise((25, 25), 40).resize(size).convert("RGB").save(
        file, format_, exif=data.tobytes(), **options
    )
    return file.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel for the peak")
@pytest.mark.parametrize(
    ("make", "taken"),
    [
        (huge_png, "refused"),
        (animation, "refused"),
        (lambda: photo((8000, 6000), "JPEG", 6, quality=80), "taken"),
        (lambda: photo((8000, 6000), "JPEG", 1, quality=80, progressive=True), "refused"),
        (lambda: photo((5600, 4400), "PNG", 6, compress_level=1), "taken"),
        (lambda: photo((4032, 3024), "HEIF", 6), "taken"),
        (lambda: photo((5600, 4400), "WEBP", 6, quality=50, method=0), "refused"),
    ],
    ids=["121 MP PNG", "film", "48 MP photo", "48 MP progressive", "25 MP PNG", "HEIC", "WebP"],
)
def test_memory_for_one_picture_stays_below_200_megabytes(tmp_path, make, taken):
    (tmp_path / "small").write_bytes(jpeg(6))
    (tmp_path / "large").write_bytes(make())
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", MEASURE, f"{tmp_path}/"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    answer, megabytes = result.stdout.split()
    assert answer == taken
    assert int(megabytes) < 200
