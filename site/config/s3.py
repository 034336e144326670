"""Uploaded files on S3-compatible storage. Apart, as most sites need none of its packages."""

from botocore.exceptions import ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from .mediafiles import valid_name


class S3MediaStorage(S3Storage):
    """Files in a private bucket, under the same addresses of this site as on disk."""

    def get_valid_name(self, name):
        """Keep names in every script."""
        return valid_name(name)

    def get_modified_time(self, name):
        """When a file was stored; raises `FileNotFoundError` where there is none."""
        try:
            return super().get_modified_time(name)
        except ClientError as error:
            raise FileNotFoundError(name) from error

    def url(self, name, *args, **kwargs):
        """The address on this site: the bucket has none for the public."""
        return settings.MEDIA_URL + filepath_to_uri(name)
