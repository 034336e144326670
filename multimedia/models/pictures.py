"""Pictures."""

import secrets
from pathlib import PurePath

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

from multimedia.fields import PictureFileField

from .care import PictureCare


class Image(PictureCare, AbstractImage):
    """A picture of the library: what it shows, whose it is, and what may be done with it."""

    class Licence(models.TextChoices):
        """What others may do with a picture."""

        RESERVED = "reserved", _("All rights reserved")
        PERMITTED = "permitted", _("Used with permission")
        CC0 = "cc0", _("CC0: no rights reserved")
        CC_BY = "cc-by", _("CC BY: with credit")
        CC_BY_SA = "cc-by-sa", _("CC BY-SA: with credit, under the same licence")
        CC_BY_NC = "cc-by-nc", _("CC BY-NC: with credit, not for money")
        CC_BY_ND = "cc-by-nd", _("CC BY-ND: with credit, unchanged")
        PUBLIC_DOMAIN = "public-domain", _("Public domain")

    file = PictureFileField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    # `description` is the alternative text in the default language.
    alt_texts = models.JSONField(_("alternative texts"), default=dict, blank=True, editable=False)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture. Leave it empty to protect the photographer."),
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where the picture comes from. Never shown to visitors; no names of people."),
    )
    licence = models.CharField(_("licence"), max_length=20, blank=True, choices=Licence.choices)

    # Wagtail's own class of the same name already takes the reverse name of this field.
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="pictures")

    search_fields = [*AbstractImage.search_fields, index.FilterField("id")]
    admin_form_fields = (
        *WagtailImage.admin_form_fields,
        "credit",
        "source",
        "licence",
        *PictureCare.form_fields,
    )

    # What the library and its chooser leave out has to be known to their search.
    search_fields = [*AbstractImage.search_fields, *map(index.FilterField, ("id", "withdrawn_at"))]

    class Meta(AbstractImage.Meta):
        # Likewise, of the user who uploaded it.
        default_related_name = "pictures"
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [
            ("choose_image", "Can choose image"),
            ("care_for_pictures", "Can see consent records and withdraw pictures"),
        ]

    @property
    def default_alt_text(self):
        """The alternative text in the language being read, else in the default one, else empty.

        Never the title: that is the name of a file, as often as not.
        """
        return self.alt_in(get_language())

    def alt_in(self, language_code):
        """The alternative text for readers of a language; falls back to the default language's."""
        return self.alt_texts.get(language_code) or self.description

    def get_upload_to(self, filename):
        """A name that says nothing: it stands in public addresses, and files are named after
        people and places."""
        return f"original_images/{secrets.token_hex(8)}{PurePath(filename).suffix.lower()}"

    def ask_for_renditions(self, specs):
        """Have renditions made in the background; once an hour is enough for one picture."""
        from multimedia.tasks import make_renditions

        key = "-".join(["renditions", str(self.pk), self.file_hash, *specs]).replace("|", "-")
        if cache.add(key, True, 60 * 60):
            make_renditions.enqueue(self.pk, specs)

    def generate_rendition_file(self, filter, *, source=None):
        """As Wagtail's, which leaves its temporary file open; this one holds the bytes.

        Of a withdrawn picture there are no renditions any more, wherever they are asked for.
        """
        if self.withdrawn_at:
            raise SourceImageIOError("This picture was withdrawn.")
        with super().generate_rendition_file(filter, source=source) as file:
            file.seek(0)
            # Who knows the address of one size cannot guess those of others.
            name = f"{secrets.token_hex(8)}{PurePath(file.name).suffix}"
            return ContentFile(file.read(), name=name)


class Rendition(AbstractRendition):
    """A picture of the library in one size and format."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        unique_together = [("image", "filter_spec", "focal_point_key")]
