"""Fields for pictures: whichever way a file comes, what is stored is clean."""

from io import BytesIO
from pathlib import PurePath

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.forms import FileField
from wagtail.images import fields as wagtail_fields
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from willow import Image as WillowImage

from .uploads.pictures import prepare_picture


class CleanPicture(InMemoryUploadedFile):
    """A picture after `prepare_picture`; `words` is what its file said."""

    def __init__(self, prepared, name):
        self.words = prepared.words
        super().__init__(
            file=BytesIO(prepared.data),
            field_name="file",
            name=PurePath(name).stem + prepared.extension,
            content_type=f"image/{prepared.kind}",
            size=len(prepared.data),
            charset=None,
        )


def clean_picture(file, name=""):
    """Return `file` as a `CleanPicture`, or raise `RefusedFileError`."""
    for candidate in (file, getattr(file, "file", None)):
        if isinstance(candidate, CleanPicture):
            return candidate
    return CleanPicture(prepare_picture(file), name or file.name)


class PictureFieldFile(WagtailImageFieldFile):
    """The stored file of a picture."""

    def save(self, name, content, save=True):
        """Store `content` cleaned."""
        clean = clean_picture(content, name)
        super().save(clean.name, clean, save=save)


class PictureFileField(WagtailImageField):
    """Wagtail's field, which stores files as they come."""

    attr_class = PictureFieldFile


class PictureUploadField(wagtail_fields.WagtailImageField):
    """The form's field: judges by content where Wagtail's goes by name, and says what to do."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"max_length": None})  # the name is not kept

    def to_python(self, data):
        """Return a `CleanPicture`, named by what it is."""
        file = FileField.to_python(self, data)
        if file is None:
            return None
        clean = clean_picture(file)
        clean.image = WillowImage.open(BytesIO(clean.read()))
        clean.seek(0)
        return clean
