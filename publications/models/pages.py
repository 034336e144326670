"""Publications and their library."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from home.models import SubjectPage
from home.panels import TranslationNotice
from home.translated import decide
from publications.blocks import ChaptersBlock
from publications.identifiers import DOIField, ISBNField, ISSNField
from publications.licences import Licence, licence_url
from publications.panels import ReadingsPanel

from .joined import JoinedManager
from .series import Series

# What is the same in all languages: facts of the publication, not of the page about it.
FACTS = ["kind", "date", "series", "series_number", "isbn", "issn", "doi", "page_count"]
FACTS += ["publisher", "partners", "licence", "cover", "authors", "files"]


class PublicationPage(SubjectPage):
    """A publication: what it is, its files, and its text where it is to be read here."""

    class Kind(models.TextChoices):
        """What sort of publication it is."""

        REPORT = "report", _("Report")
        BRIEFING = "briefing", _("Briefing")
        TOOLKIT = "toolkit", _("Toolkit")
        ANNUAL = "annual-report", _("Annual report")
        WORKING_PAPER = "working-paper", _("Working paper")
        SUBMISSION = "submission", _("Submission")
        FACTSHEET = "factsheet", _("Factsheet")
        INFOGRAPHIC = "infographic", _("Infographic")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.REPORT)
    subtitle = models.CharField(_("subtitle"), max_length=255, blank=True)
    date = models.DateField(
        _("date of publication"),
        help_text=_("The day on which it first came out, also if that was before this page."),
    )
    contributors = models.TextField(
        _("with the help of"),
        blank=True,
        help_text=_("Who else worked on it, one on each line, with what they did."),
    )
    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    series_number = models.CharField(_("number in the series"), max_length=20, blank=True)
    isbn = ISBNField(_("ISBN"), help_text=_("13 digits, or 10: the check digit is checked."))
    issn = ISSNField(_("ISSN"), help_text=_("If it is a periodical that stands in no series."))
    doi = DOIField(_("DOI"), help_text=_("Such as 10.1000/182, with or without address."))
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    partners = models.TextField(
        _("partners"), blank=True, help_text=_("Who published it too: one on each line.")
    )
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, blank=True)
    cover = models.ForeignKey(
        "multimedia.Image",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty, it is the first page of the first PDF."),
    )
    key_findings = RichTextField(
        _("key findings"), blank=True, features=["bold", "italic", "link", "ol", "ul"]
    )
    body = StreamField(
        ChaptersBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_(
            "The whole text or a part of it. A footnote is written where it belongs: "
            "[^The words of the note.]"
        ),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("subtitle"),
        TranslationNotice(
            _(
                "This page shows the authors and files of "
                '<a href="{url}">the publication in {language}</a>; change them there.'
            ),
            heading=_("Authors and files"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("kind"), FieldPanel("date")])], heading=_("Publication")
        ),
        InlinePanel("authors", heading=_("Authors"), label=_("author")),
        FieldPanel("contributors"),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        ReadingsPanel(heading=_("What the files say about themselves")),
        SubjectPage.summary_panel,
        FieldPanel("key_findings"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("series"), FieldPanel("series_number")]),
                FieldRowPanel([FieldPanel("isbn"), FieldPanel("issn")]),
                FieldRowPanel([FieldPanel("doi"), FieldPanel("page_count")]),
                FieldPanel("publisher"),
                FieldPanel("partners"),
                FieldPanel("licence"),
                FieldPanel("cover"),
            ],
            heading=_("For libraries"),
        ),
        SubjectPage.subject_panel,
    ]
    search_fields = [
        *SubjectPage.search_fields,
        index.SearchField("subtitle"),
        index.SearchField("key_findings"),
        index.SearchField("body"),
        index.SearchField("contributors"),
        index.SearchField("identifiers"),
        index.FilterField("kind"),
        index.FilterField("date"),
        index.RelatedFields("authors", [index.SearchField("name")]),
    ]
    override_translatable_fields = [
        *SubjectPage.override_translatable_fields,
        *decide(translate=["subtitle", "contributors", "key_findings", "body"], same=FACTS),
    ]
    fetched_with = (*SubjectPage.fetched_with, "series", "cover")
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types = []
    template = "publications/publication_page.html"

    joined = JoinedManager()

    class Meta:
        base_manager_name = "joined"
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    @property
    def published_on(self):
        """The day on which it first came out (`datetime.date`)."""
        return self.date

    @property
    def identifiers(self):
        """Its numbers, for the search."""
        return " ".join(filter(None, [self.isbn, self.issn, self.doi, self.series_number]))

    @cached_property
    def source(self):
        """The page whose authors and files count: the oldest published one of its translations.

        A translation is made from a page that exists and holds copies, which may be older.
        """
        if not self.pk:
            return self
        pages = self.get_translations(inclusive=True).live().filter(alias_of__isnull=True)
        oldest = pages.order_by("pk").first()
        return self if oldest is None or oldest.pk == self.pk else oldest

    @property
    def licence_url(self):
        """The address of the terms, possibly empty."""
        return licence_url(self.licence)

    @property
    def contributor_list(self):
        """The lines of `contributors` without blank ones."""
        return [line.strip() for line in self.contributors.splitlines() if line.strip()]

    @property
    def partner_list(self):
        """The lines of `partners` without blank ones."""
        return [line.strip() for line in self.partners.splitlines() if line.strip()]

    def structured_data(self):
        """What search engines read about it: a dict of schema.org's vocabulary."""
        from publications.metadata import structured_data  # it reads these models

        return structured_data(self)
