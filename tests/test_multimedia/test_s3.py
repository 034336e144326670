"""Uploaded files on S3-compatible storage, with a server of that kind on this machine."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from moto.server import ThreadedMotoServer

from config.mediafiles import s3_options
from tests.conftest import ROOT

SCENARIO = """
import os
import django
django.setup()
from io import BytesIO
import boto3
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client, override_settings

plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()
options = settings.STORAGES["default"]["OPTIONS"]
bucket = boto3.resource(
    "s3",
    endpoint_url=options["endpoint_url"],
    aws_access_key_id=options["access_key"],
    aws_secret_access_key=options["secret_key"],
    region_name=options["region_name"],
).create_bucket(Bucket=options["bucket_name"])
call_command("migrate", verbosity=0)

from home.models import HomePage, StandardPage
from multimedia.care.actions import withdraw_picture
from multimedia.models import Image
from publications.models import Document
from tests.test_multimedia.canaries import png, secrets_in

image = Image.objects.create(title="x", file=ContentFile(png(), name="x.png"))
rendition = image.get_rendition("width-20|format-webp")
document = Document.objects.create(
    title="x", file=ContentFile(b"%PDF-1.4 0123456789 %%EOF", name="รายงานที่ดี.pdf")
)
HomePage.objects.get(slug="home", locale__language_code="en").add_child(
    instance=StandardPage(
        title="Files", body=[{"type": "document", "value": {"document": document.pk}}]
    )
)
stored = {item.key: item.get()["Body"].read() for item in bucket.objects.all()}
assert len(stored) == 3, stored.keys()
assert not any(map(secrets_in, stored.values()))
assert not (settings.MEDIA_ROOT).exists(), "something was stored on disk"
visitor = Client()

def body(answer):
    assert answer.status_code in (200, 206), answer.status_code
    return b"".join(answer.streaming_content)

assert rendition.url.startswith("/media/images/"), rendition.url
answer = visitor.get(rendition.url)
assert body(answer) == stored[rendition.file.name]
assert answer["Content-Type"] == "image/webp"
assert "immutable" in answer["Cache-Control"]
assert body(visitor.get(document.url)).endswith(b"%%EOF")
assert body(visitor.get(document.url, headers={"Range": "bytes=9-12"})) == b"0123"
assert visitor.get("/media/images/nothing.webp").status_code == 404
assert visitor.get("/media/" + image.file.name, follow=True).status_code == 404
withdraw_picture(image=image, by=None)
assert visitor.get(rendition.url).status_code == 404
assert len(list(bucket.objects.all())) == 2
print("all is well")
"""


def test_media_lie_in_a_private_bucket_and_go_out_through_the_site(tmp_path):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    try:
        host, port = server.get_host_and_port()
        environment = os.environ | {
            "MEDIA_STORAGE_URL": f"s3+http://key:se%2Fcret@{host}:{port}/media",
            "DATABASE_URL": "",
            "VAR_DIR": str(tmp_path),
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        }
        (tmp_path / "static").mkdir()
        result = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", SCENARIO],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.stop()
    assert result.stdout.strip() == "all is well", result.stderr[-2000:]


def test_address_of_the_storage_is_read_whole():
    options = s3_options("s3://key:se%2Fcret@s3.example.org/bucket?region=ap-southeast-1")
    assert options["secret_key"] == "se/cret"
    assert urlsplit(options["endpoint_url"]).hostname == "s3.example.org"
    assert (options["bucket_name"], options["region_name"]) == ("bucket", "ap-southeast-1")
    assert options["default_acl"] == "private"


@pytest.mark.parametrize("address", ["s3://host", "https://host/bucket", "s3:///bucket"])
def test_a_wrong_address_is_refused(address):
    with pytest.raises(ImproperlyConfigured):
        s3_options(address)
