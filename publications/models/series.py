"""Series that publications belong to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from publications.identifiers import ISSNField
from publications.languages import language_choices


class Series(models.Model):
    """Publications under one name, numbered or not.

    A series keeps the name that stands on its covers in every language, so it is not
    translated: libraries register an edition in another language as a series of its own.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(
        _("short name for addresses"),
        max_length=80,
        unique=True,
        help_text=_("Latin letters, such as working-papers."),
    )
    language = models.CharField(
        _("language of the name"), max_length=12, choices=language_choices, default="en"
    )
    issn = ISSNField(_("ISSN"))

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("language"), FieldPanel("issn")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def __str__(self):
        return self.name
