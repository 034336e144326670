"""What a file says is shown to the editor first, wherever a picture is uploaded."""

import os
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from multimedia.models import Image
from tests.test_multimedia.canaries import CANARY, FORMATS, drawing, png, secrets_in

pytestmark = pytest.mark.django_db
EMPTY = {"title": "Holiday", "description": "", "credit": "", "source": ""}


def upload(data=None):
    return SimpleUploadedFile("a.jpg", data or FORMATS["jpg"]())


@pytest.fixture(params=["form", "chooser"])
def send(request, editor_client, django_capture_on_commit_callbacks):
    """A function that sends the form for one picture, or that of the chooser; returns the form
    that is shown again, or None once the picture is saved."""
    name, prefix = {
        "form": ("wagtailimages:add", ""),
        "chooser": ("wagtailimages_chooser:create", "image-chooser-upload-"),
    }[request.param]

    def send(**fields):
        fields = EMPTY | {"collection": Collection.get_first_root_node().pk} | fields
        data = {prefix + name: value for name, value in fields.items()}
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor_client.post(reverse(name), data)
        if answer.status_code == 302 or (prefix and answer.json()["step"] == "chosen"):
            return None
        return answer.context["creation_form" if prefix else "form"], answer.content.decode()

    return send


def test_words_are_proposed_and_the_file_need_not_be_chosen_again(send, stored):
    form, html = send(file=upload())
    assert "The file says something about the picture." in html
    assert "Proposed from the file. Check it" in html
    assert not Image.objects.exists()
    assert " required" not in str(form["file"])
    assert form["description"].value() == f"{CANARY} exif"
    assert form["credit"].value() == f"{CANARY} artist"
    assert not any(secrets_in(data) for data in stored().values())
    again = {"waiting": form["waiting"].value(), "description": "A beach", "credit": "Somebody"}
    assert send(**again) is None
    image = Image.objects.get()
    assert (image.description, image.credit, image.source) == ("A beach", "Somebody", "")
    assert image.file_size == image.file.size
    assert not UploadedFile.objects.exists()
    assert not [path for path in stored() if "wagtail_uploads" in path]


def test_what_was_proposed_may_be_deleted(send):
    form, _html = send(file=upload())
    assert send(waiting=form["waiting"].value()) is None
    assert Image.objects.get().credit == ""


def test_what_an_editor_wrote_is_not_replaced(send):
    fields = {"description": "A beach", "credit": "We", "source": "Our archive"}
    assert send(file=upload(), **fields) is None
    assert Image.objects.get().credit == "We"


def test_silent_file_is_saved_at_once(send):
    silent = BytesIO()
    drawing().save(silent, "PNG")
    assert send(file=SimpleUploadedFile("a.png", silent.getvalue())) is None


def test_file_of_somebody_else_cannot_be_taken(send, django_user_model):
    form, _html = send(file=upload())
    other = django_user_model.objects.create_user("other")
    UploadedFile.objects.update(uploaded_by_user=other)
    form, _html = send(waiting=form["waiting"].value())
    assert form.errors["file"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("number", ["0", "999", "x", "-1", "²"])
def test_nonsense_is_no_file(send, number):
    form, _html = send(waiting=number)
    assert form.errors["file"]


def test_replacing_a_file_asks_too(editor_client):
    image = Image.objects.create(title="x", file=SimpleUploadedFile("a.png", png()))
    address = reverse("wagtailimages:edit", args=[image.pk])
    fields = EMPTY | {"collection": image.collection_id}
    answer = editor_client.post(address, fields | {"file": upload()})
    number = answer.context["form"]["waiting"].value()
    before = image.file.name
    assert editor_client.post(address, fields | {"waiting": number}).status_code == 302
    image.refresh_from_db()
    assert image.file.name != before
    assert not image.file.storage.exists(before)


def test_file_that_nobody_saved_goes_after_a_day(editor_client, media, capsys):
    editor_client.post(reverse("wagtailimages:add"), EMPTY | {"file": upload(), "collection": 1})
    waiting = UploadedFile.objects.get()
    call_command("check_consents")
    assert UploadedFile.objects.exists()
    path = Path(media, waiting.file.name)
    os.utime(path, (time.time() - 2 * 86400,) * 2)
    call_command("check_consents")
    assert "unsaved uploads deleted: 1" in capsys.readouterr().out
    assert not UploadedFile.objects.exists()
