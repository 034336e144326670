"""What a publication is made of: its authors and its files."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, Page

from publications.identifiers import ISBNField
from publications.languages import language_choices

from .documents import Document


class PartQuerySet(models.QuerySet):
    """Authors or files of publications."""

    def offered(self):
        """Those that readers are offered: of the oldest published page of each translation.

        Translations are made from a page that exists and hold copies of its parts, which
        may be older than its own.
        """
        first = (
            Page.objects.live()
            .filter(translation_key=models.OuterRef("page__translation_key"))
            .filter(alias_of__isnull=True)
            .order_by("pk")
        )
        return self.filter(page=models.Subquery(first.values("pk")[:1]))


class Author(Orderable):
    """Who wrote it: a person by name, or an organisation of the directory."""

    page = ParentalKey(
        "publications.PublicationPage", on_delete=models.CASCADE, related_name="authors"
    )
    name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        help_text=_(
            "As it stands on the cover. Leave out whoever could come to harm by being named."
        ),
    )
    cited_as = models.CharField(
        _("name in citations"),
        max_length=200,
        blank=True,
        help_text=_(
            "Family name, comma, given names, if the name is cited in this order. Leave it "
            "empty where a name has no family name or is cited as it is written."
        ),
    )
    organisation = models.ForeignKey(
        "letters.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Instead of a name."),
    )

    objects = PartQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("cited_as"), FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return self.name or str(self.organisation)

    def clean(self):
        """An author is one of the two."""
        super().clean()
        if bool(self.name.strip()) == bool(self.organisation_id):
            raise ValidationError(_("Give a name or choose an organisation, not both."))


class PublicationFile(Orderable):
    """One file of a publication: an edition in one language."""

    class Kind(models.TextChoices):
        """What the file holds."""

        FULL = "full", _("Full text")
        SUMMARY = "summary", _("Summary")
        ACCESSIBLE = "accessible", _("Accessible version")
        EPUB = "epub", _("E-book")
        SLIDES = "slides", _("Slides")

    page = ParentalKey(
        "publications.PublicationPage", on_delete=models.CASCADE, related_name="files"
    )
    document = models.ForeignKey(
        Document,
        verbose_name=_("file"),
        on_delete=models.CASCADE,
        related_name="in_publications",
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.FULL)
    language = models.CharField(
        _("language"), max_length=12, choices=language_choices, default="en"
    )
    date = models.DateField(
        _("date of this edition"),
        null=True,
        blank=True,
        help_text=_("If it came out later than the original."),
    )
    isbn = ISBNField(_("ISBN"), help_text=_("If this edition has one of its own."))

    objects = PartQuerySet.as_manager()

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("date"), FieldPanel("isbn")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return f"{self.document} ({self.language})"
