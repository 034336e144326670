"""How uploaded files are stored: on disk, or on S3-compatible storage."""

import re
import unicodedata
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage

# File systems count bytes, and the folder and a random part come on top.
LONGEST_STEM = 120
LONGEST_SIGNS = 60


def valid_name(name):
    """Return `name` as a file may be called, in any script.

    Django keeps letters and digits alone and so drops the vowel signs of Thai, Burmese or
    Hindi, which makes other words of the words.
    """
    path = PurePath(unicodedata.normalize("NFC", str(name).strip()).replace(" ", "_"))
    kept = "".join(sign for sign in path.stem if sign in "-_." or _is_written(sign)).lstrip(".")
    while len(kept.encode()) > LONGEST_STEM or len(kept) > LONGEST_SIGNS:
        kept = kept[:-1]
    extension = re.sub(r"[^a-zA-Z0-9]", "", path.suffix)[:10]
    if not kept and not extension:
        raise SuspiciousFileOperation("no name is left for a file")
    return f"{kept or 'file'}.{extension}" if extension else kept


def _is_written(sign):
    return unicodedata.category(sign)[0] in "LMN" or sign in "\u200c\u200d"


class MediaStorage(FileSystemStorage):
    """Files on this machine's disk."""

    def get_valid_name(self, name):
        """Keep names in every script."""
        return valid_name(name)


def s3_options(address):
    """The options of django-storages for `s3://KEY:SECRET@HOST[:PORT]/BUCKET[?region=…]`.

    `s3+http` is for a server on the same machine. Raises `ImproperlyConfigured`.
    """
    parts = urlsplit(address)
    bucket = parts.path.strip("/")
    if parts.scheme not in {"s3", "s3+http"} or not parts.hostname or not bucket:
        raise ImproperlyConfigured(
            "MEDIA_STORAGE_URL is not of the form s3://KEY:SECRET@HOST/BUCKET"
        )
    scheme = "http" if parts.scheme == "s3+http" else "https"
    port = f":{parts.port}" if parts.port else ""
    region = dict(part.partition("=")[::2] for part in parts.query.split("&")).get("region")
    return {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "bucket_name": bucket,
        "endpoint_url": f"{scheme}://{parts.hostname}{port}",
        "region_name": region or "us-east-1",
        "addressing_style": "path",
        # Nobody but this site reads the bucket: files go out through its own addresses.
        "default_acl": "private",
        "file_overwrite": False,
        "querystring_auth": False,
    }
