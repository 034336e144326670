"""Files of pictures: those that wait to be completed, and sizes that must not be seen now."""

from django.db.models.signals import post_save, pre_save
from wagtail.models import UploadedFile

from .fields import clean_picture
from .models import Image


def connect():
    """Clean what waits for its form to be completed, and follow embargoes."""
    pre_save.connect(upload_waits, sender=UploadedFile, dispatch_uid="clean waiting uploads")
    post_save.connect(picture_saved, sender=Image, dispatch_uid="sizes of held pictures")


def upload_waits(instance, **kwargs):
    """Clean the file of a picture before it is stored to wait."""
    type_ = instance.for_content_type
    if type_ and type_.model_class() is Image and not instance.file._committed:
        instance.file = clean_picture(instance.file.file)


def picture_saved(instance, raw=False, **kwargs):
    """Delete the sizes that visitors were given of a picture that is now under an embargo."""
    if not raw and instance.is_under_embargo:
        instance.renditions.all().delete()
