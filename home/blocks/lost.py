"""Pictures that were deleted while something is still written about them."""

from django.utils.functional import classproperty
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail_localize.segments import OverridableSegmentValue


class DeletedPicture:
    """No picture, which is what it counts as, with the words that were written about one.

    Translators may have been given those words: whatever puts them back finds a place here.
    """

    def __init__(self, alt_text, decorative):
        self.contextual_alt_text = alt_text
        self.decorative = decorative

    def __bool__(self):
        return False

    @classproperty
    def objects(self):
        """Where a translator's own picture is looked up, chosen in place of this one."""
        return get_image_model().objects


class PictureFieldMixin:
    """A chooser of pictures that gives translators nothing to replace where there is none."""

    def get_translatable_segments(self, value):
        """The picture, which a translation may replace by another."""
        return [OverridableSegmentValue("", value.pk)] if value else []


class PictureField(PictureFieldMixin, ImageChooserBlock):
    """A picture."""


def _none(value):
    return None if isinstance(value, DeletedPicture) else value


class PictureBlock(ImageBlock):
    """A picture with its alternative text; of a deleted one, `DeletedPicture`."""

    chooser_class = PictureField

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = self.chooser_class(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def to_python(self, value):
        """Return the picture, `DeletedPicture` or None."""
        return super().to_python(value) or _deleted(value)

    def bulk_to_python(self, values):
        """Return the same for several."""
        values = list(values)
        found = super().bulk_to_python(values)
        return [image or _deleted(value) for image, value in zip(found, values, strict=True)]

    def normalize(self, value):
        """Keep what `to_python` gave."""
        return value if isinstance(value, DeletedPicture) else super().normalize(value)

    def clean(self, value):
        """Check it; a deleted picture is none."""
        return super().clean(_none(value))

    def get_form_state(self, value):
        """Return what the editor shows."""
        return super().get_form_state(_none(value))

    def get_form_context(self, value, prefix="", errors=None):
        """Return what the form is made from."""
        return super().get_form_context(_none(value), prefix=prefix, errors=errors)

    def get_prep_value(self, value):
        """Return what is stored: of a deleted picture nothing."""
        return super().get_prep_value(_none(value))

    def extract_references(self, value):
        """Yield the picture, if there is one."""
        return super().extract_references(_none(value))

    def get_api_representation(self, value, context=None):
        """Return it for the API."""
        return super().get_api_representation(_none(value), context=context)

    def render_basic(self, value, context=None):
        """Return it as HTML."""
        return super().render_basic(_none(value), context=context)


def _deleted(value):
    if isinstance(value, dict) and value.get("alt_text"):
        return DeletedPicture(value["alt_text"], value.get("decorative"))
    return None
