"""Statements and their list."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from home.translated import decide

from .index import SignedIndexPage
from .signed import SignedPage


class StatementPage(SignedPage):
    """What the organisation says, alone or with others."""

    class Kind(models.TextChoices):
        """The form in which it is said."""

        STATEMENT = "statement", _("Statement")
        PRESS_RELEASE = "press-release", _("Press release")
        JOINT = "joint", _("Joint statement")
        ORAL = "oral", _("Oral statement")
        SUBMISSION = "submission", _("Submission")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.STATEMENT)
    place = models.CharField(
        _("place"), max_length=80, blank=True, help_text=_("Stands before the date: Bangkok.")
    )
    press_contact = models.TextField(
        _("contact for the press"),
        blank=True,
        help_text=_("Only people who agreed to be named in public: one on each line."),
    )
    editors_notes = RichTextField(
        _("notes to editors"), blank=True, features=["bold", "italic", "link", "ol", "ul"]
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("place"),
                FieldPanel("date"),
                FieldPanel("reference"),
            ],
            heading=_("Statement"),
        ),
        SignedPage.summary_panel,
        FieldPanel("body"),
        *SignedPage.signatory_panels,
        MultiFieldPanel(
            [FieldPanel("press_contact"), FieldPanel("editors_notes")], heading=_("For the press")
        ),
        *SignedPage.later_panels,
        SignedPage.subject_panel,
    ]
    search_fields = [*SignedPage.search_fields, index.FilterField("kind")]
    override_translatable_fields = [
        *SignedPage.override_translatable_fields,
        *decide(translate=["place", "editors_notes"], same=["kind"], replaceable=["press_contact"]),
    ]
    parent_page_types = ["letters.StatementIndexPage"]
    subpage_types = []
    template = "letters/statement_page.html"

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def structured_data(self):
        """Statements and press releases are news; speeches and submissions are not."""
        news = self.kind in (self.Kind.STATEMENT, self.Kind.PRESS_RELEASE, self.Kind.JOINT)
        kind = {"@type": "NewsArticle"} if news else {}
        return super().structured_data() | kind

    @property
    def press_contacts(self):
        """The lines of the press contact without blank ones."""
        return [line.strip() for line in self.press_contact.splitlines() if line.strip()]


class StatementIndexPage(SignedIndexPage):
    """All statements."""

    entry_model = StatementPage
    parent_page_types = ["home.HomePage"]
    subpage_types = ["letters.StatementPage"]
    template = "letters/statement_index_page.html"

    class Meta:
        verbose_name = _("list of statements")
        verbose_name_plural = _("lists of statements")
