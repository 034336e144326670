"""What was found in a document: facts about the file, and the text of its pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from publications.reading.tokens import tokens_of

from .documents import Document
from .parts import PublicationFile


class DocumentReading(models.Model):
    """How far the reading of a file is, and what it says about itself."""

    class State(models.TextChoices):
        """How far it is."""

        PENDING = "pending", _("Waiting to be read")
        READ = "read", _("Read")
        FAILED = "failed", _("Could not be read")

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="reading", verbose_name=_("document")
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PENDING)
    # Counts the files, so that what was read in an older one is thrown away.
    change = models.PositiveIntegerField(default=0)
    file_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(_("SHA-256 checksum"), max_length=64, blank=True)
    page_count = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    cover = models.ForeignKey(
        "multimedia.Image",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # What the file calls itself: proposals for an editor, never taken over.
    title = models.CharField(_("title"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    # Where the file names people: (where, name) pairs.
    names = models.JSONField(_("names in the file"), default=list, blank=True)
    # Codes that `publications.reading.problems` words.
    problems = models.JSONField(_("problems"), default=list, blank=True)

    # What the site finds in a document is no use that an editor makes of it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reading of a document")
        verbose_name_plural = _("readings of documents")

    def __str__(self):
        return f"{self.document} ({self.get_state_display()})"


class DocumentPage(index.Indexed, models.Model):
    """The text of one page of a document, for the search."""

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="pages", verbose_name=_("document")
    )
    number = models.PositiveIntegerField(_("page"))
    text = models.TextField(_("text"))

    wagtail_reference_index_ignore = True

    search_fields = [
        index.SearchField("text"),
        index.SearchField("tokens"),
        index.FilterField("document"),
    ]

    class Meta:
        verbose_name = _("page of a document")
        verbose_name_plural = _("pages of documents")
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_page_once")
        ]

    def __str__(self):
        return f"{self.document}, {self.number}"

    @property
    def tokens(self):
        """What scripts without spaces are found by."""
        return tokens_of(self.text)


def with_first_cover(pages, language):
    """`pages`, a queryset of publications, with `first_cover`: the key of the picture of the
    first page of the first file that has one, else None. Files in `language`, a code, count
    before others."""
    first = (
        PublicationFile.objects.offered()
        .filter(page__translation_key=models.OuterRef("translation_key"))
        .filter(document__reading__cover__isnull=False)
        .annotate(other=~models.Q(language=language))
        .order_by("other", "sort_order")
    )
    return pages.annotate(first_cover=models.Subquery(first.values("document__reading__cover")[:1]))
