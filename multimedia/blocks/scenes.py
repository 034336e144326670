"""Pictures that fill the screen, and pictures beside one another."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from multimedia.contrast import DENSEST, veil_over

from .gathering import FilmChooserBlock, PictureChooserBlock


class SceneValue(blocks.StructValue):
    """A scene and how its words are made readable."""

    @property
    def anchor(self):
        """The name to link to; empty without a title."""
        return slugify(self.get("title") or "", allow_unicode=True)

    @property
    def veil(self):
        """The `multimedia.contrast.Veil` between picture and words."""
        picture = self.get("picture")
        return veil_over(picture) if picture and not self.get("loop") else DENSEST


class SceneBlock(blocks.StructBlock):
    """A picture or a loop that fills the screen, with a few words over it."""

    picture = PictureChooserBlock(label=_("picture"))
    loop = FilmChooserBlock(
        label=_("film without sound"),
        required=False,
        help_text=_(
            "Runs over the picture again and again, except for readers who do not want things "
            "to move. Best below one megabyte: larger ones wait for a click."
        ),
    )
    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=90)
    text = blocks.TextBlock(label=_("words"), required=False, default="", max_length=420, rows=3)

    class Meta:
        icon = "image"
        label = _("scene")
        description = _("A picture as wide as the screen, with a few words over it.")
        template = "blocks/story/scene.html"
        preview_template = "blocks/story/previews/scene.html"
        preview_value = {
            "picture": None,
            "title": "The crossing",
            "text": "The last ferry leaves at ten past seven.",
        }
        value_class = SceneValue


class GalleryItemBlock(blocks.StructBlock):
    """One picture of several."""

    picture = PictureChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=300)

    class Meta:
        icon = "image"
        label = _("picture")


LAYOUTS = [
    ("grid", _("Beside one another")),
    ("sequence", _("One after the other, in a row to scroll")),
    ("before-after", _("Before and after: two pictures of one place")),
]


class GalleryValue(blocks.StructValue):
    """Pictures beside one another."""

    @property
    def is_for_all(self):
        """Whether none of the pictures needs a notice or is held back."""
        return all(item["picture"] and item["picture"].is_for_all for item in self["pictures"])


class GalleryBlock(blocks.StructBlock):
    """Several pictures."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    layout = blocks.ChoiceBlock(label=_("layout"), choices=LAYOUTS, default="grid")
    pictures = blocks.ListBlock(GalleryItemBlock(), label=_("pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "grip"
        label = _("gallery")
        description = _("Several pictures: a grid, a row, or before and after.")
        template = "blocks/story/gallery.html"
        preview_template = "blocks/story/previews/gallery.html"
        value_class = GalleryValue
        preview_value = {"title": "A morning at the market", "layout": "grid", "pictures": []}

    def clean(self, value):
        """Before and after are two, and each says which it is."""
        value = super().clean(value)
        if value["layout"] == "before-after":
            if len(value["pictures"]) != 2:
                message = _("Before and after need exactly two pictures.")
                raise blocks.StructBlockValidationError({"layout": ValidationError(message)})
            if not all(item["caption"] for item in value["pictures"]):
                message = _("Say under each picture when it was: before, after, or the dates.")
                raise blocks.StructBlockValidationError({"layout": ValidationError(message)})
        return value
