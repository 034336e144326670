"""Files of pictures that Wagtail stores beside the library."""

from django.db.models.signals import pre_save
from wagtail.models import UploadedFile

from .fields import clean_picture
from .models import Image


def connect():
    """Clean what waits for its form to be completed."""
    pre_save.connect(upload_waits, sender=UploadedFile, dispatch_uid="clean waiting uploads")


def upload_waits(instance, **kwargs):
    """Clean the file of a picture before it is stored to wait."""
    type_ = instance.for_content_type
    if type_ and type_.model_class() is Image and not instance.file._committed:
        instance.file = clean_picture(instance.file.file)
