"""Pictures within blocks: finding them, and stopping those that must not be published."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage


def pictures_in(value):
    """Yield every picture inside a value of any block."""
    if isinstance(value, AbstractImage):
        yield value
    elif isinstance(value, blocks.StructValue):
        for child in value.values():
            yield from pictures_in(child)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from pictures_in(child.value)
    elif isinstance(value, blocks.list_block.ListValue):
        for child in value:
            yield from pictures_in(child)


def check_picture(image, field):
    """Refuse to publish a picture without alternative text, or one that must not be shown.

    `image` is the value of an `ImageBlock`, or None, in the field of that name. Raises
    `StructBlockValidationError` for the block around it. Not for drafts: call it only where
    validation is not deferred.
    """
    if not image:
        return
    if obstacles := image.obstacles():
        raise StructBlockValidationError(block_errors={field: ValidationError(obstacles)})
    if not image.decorative and not (image.contextual_alt_text or "").strip():
        message = _(
            "The picture “%(title)s” has no alternative text. Say what it shows, for people who "
            "do not see it, or mark it as decorative."
        ) % {"title": image.title}
        error = StructBlockValidationError(block_errors={"alt_text": ValidationError(message)})
        raise StructBlockValidationError(block_errors={field: error})


class CheckedPictureMixin:
    """For a `StructBlock` with an `ImageBlock` in `picture_field`: checks it at publication."""

    picture_field = "image"

    def clean(self, value):
        """Check the picture, then all else."""
        if not self.is_deferred_validation:
            check_picture(value.get(self.picture_field), self.picture_field)
        return super().clean(value)


class PicturesFilledInMixin:
    """For a `StreamBlock` with `ImageBlock`s inside: its data has an entry for each picture.

    An editor saves one also where no picture is chosen. Data from before a block had a
    picture, or written by a program, can lack it, and then it could not be translated.
    """

    def to_python(self, value):
        """Read stored data, with an empty entry for each picture that it leaves out."""
        stream = super().to_python(value)
        if stream is not value and stream.is_lazy:
            for place, item in enumerate(stream.raw_data):
                block = self.child_blocks[item["type"]]
                stream.raw_data[place] = item | {"value": _filled_in(block, item["value"])}
        return stream


def _filled_in(block, value):
    """The stored form of a block with something wherever an `ImageBlock` has nothing."""
    if isinstance(block, ImageBlock):
        return value or {"image": None, "alt_text": None, "decorative": None}
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        children = {
            name: _filled_in(child, value.get(name)) for name, child in block.child_blocks.items()
        }
        return value | {
            name: child for name, child in children.items() if name in value or child is not None
        }
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        return [
            item | {"value": _filled_in(block.child_block, item["value"])}
            if isinstance(item, dict) and item.get("type") == "item"
            else _filled_in(block.child_block, item)
            for item in value
        ]
    return value
