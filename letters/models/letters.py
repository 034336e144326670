"""Open letters and their list."""

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from home.translated import decide

from .index import SignedIndexPage
from .organisations import Organisation
from .signed import SignedPage


class OpenLetterPage(SignedPage):
    """A letter that organisations and people sign, and their names as they signed."""

    class Kind(models.TextChoices):
        """What the letter is called."""

        OPEN = "open", _("Open letter")
        JOINT = "joint", _("Joint open letter")

    class Outcome(models.TextChoices):
        """What became of the letter."""

        OPEN = "open", _("Open")
        DELIVERED = "delivered", _("Delivered")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.JOINT)
    addressees = models.TextField(
        _("addressees"),
        blank=True,
        help_text=_("To whom the letter goes: one on each line, with office and body."),
    )
    copied_to = models.TextField(
        _("copied to"), blank=True, help_text=_("Who receives a copy: one on each line.")
    )
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("date"),
                FieldPanel("reference"),
                FieldPanel("addressees"),
                FieldPanel("copied_to"),
            ],
            heading=_("Letter"),
        ),
        InlinePanel("convenors", heading=_("Convenors"), label=_("convenor")),
        SignedPage.summary_panel,
        FieldPanel("body"),
        *SignedPage.signatory_panels,
        MultiFieldPanel(
            [FieldPanel("delivered_on"), FieldPanel("answered_on"), FieldPanel("closed_on")],
            heading=_("What became of it"),
        ),
        *SignedPage.later_panels,
        SignedPage.subject_panel,
    ]
    search_fields = [
        *SignedPage.search_fields,
        index.SearchField("addressees"),
        index.FilterField("kind"),
    ]
    override_translatable_fields = [
        *SignedPage.override_translatable_fields,
        *decide(
            translate=["addressees", "copied_to"],
            same=["kind", "delivered_on", "answered_on", "closed_on", "convenors"],
        ),
    ]
    parent_page_types = ["letters.LetterIndexPage"]
    subpage_types = []
    template = "letters/open_letter_page.html"

    class Meta:
        verbose_name = _("open letter")
        verbose_name_plural = _("open letters")

    def clean(self):
        """A letter is delivered before it is answered or closed, and not before its date."""
        super().clean()
        steps = [
            (name, getattr(self, name))
            for name in ("date", "delivered_on", "answered_on", "closed_on")
            if getattr(self, name)
        ]
        for (_earlier, before), (name, after) in pairwise(steps):
            if after < before:
                raise ValidationError({name: _("This day lies before the step that precedes it.")})

    @property
    def outcome(self):
        """The last step that has a date (`Outcome`)."""
        if self.closed_on:
            return self.Outcome.CLOSED
        if self.answered_on:
            return self.Outcome.ANSWERED
        return self.Outcome.DELIVERED if self.delivered_on else self.Outcome.OPEN

    @property
    def outcome_date(self):
        """The day of that step (`datetime.date`), or None while the letter is open."""
        return self.closed_on or self.answered_on or self.delivered_on

    @property
    def addressee_list(self):
        """The addressees, one string each, without blank lines."""
        return [line.strip() for line in self.addressees.splitlines() if line.strip()]

    @property
    def copied_to_list(self):
        """Who receives a copy, one string each, without blank lines."""
        return [line.strip() for line in self.copied_to.splitlines() if line.strip()]


class Convenor(Orderable):
    """An organisation that brought a letter together."""

    page = ParentalKey(OpenLetterPage, on_delete=models.CASCADE, related_name="convenors")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("organisation"),
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("convenor")
        verbose_name_plural = _("convenors")


class LetterIndexPage(SignedIndexPage):
    """All open letters."""

    entry_model = OpenLetterPage
    parent_page_types = ["home.HomePage"]
    subpage_types = ["letters.OpenLetterPage"]
    template = "letters/letter_index_page.html"

    class Meta:
        verbose_name = _("list of letters")
        verbose_name_plural = _("lists of letters")
