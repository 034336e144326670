"""Open letters and their list."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks.body import BodyBlock
from home.models import BasePage, IndexPage

from .blocks import SignatoriesBlock
from .panels import OpenLetterForm, TranslationNotice
from .signatories import Signatory


@dataclass(frozen=True)
class SignatoryList:
    """One list of names as it stands under a letter."""

    heading: str
    start: int  # the number of its first name: numbering goes on over all lists
    signatories: list[Signatory]


class OpenLetterPage(BasePage):
    """A letter that organisations and people sign, and their names as they signed."""

    class Kind(models.TextChoices):
        """What the letter is called."""

        OPEN = "open", _("Open letter")
        JOINT = "joint", _("Joint open letter")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.JOINT)
    date = models.DateField(_("date"), help_text=_("The day that stands on the letter."))
    addressees = models.TextField(
        _("addressees"),
        blank=True,
        help_text=_("To whom the letter goes: one on each line, with office and body."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    signatories = StreamField(SignatoriesBlock(), verbose_name=_("signatories"), blank=True)
    stated_total = models.PositiveIntegerField(
        _("stated total"),
        null=True,
        blank=True,
        help_text=_("The number of signatories that the letter itself states, anonymous included."),
    )
    anonymous_count = models.PositiveIntegerField(
        _("anonymous signatories"),
        default=0,
        help_text=_(
            "How many signed without a public name. Only this number is kept: never type "
            "their names anywhere in the site."
        ),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("date"), FieldPanel("addressees")],
            heading=_("Letter"),
        ),
        BasePage.summary_panel,
        FieldPanel("body"),
        TranslationNotice(heading=_("Signatories")),
        FieldPanel("signatories"),
        MultiFieldPanel(
            [FieldPanel("stated_total"), FieldPanel("anonymous_count")],
            heading=_("Count of signatories"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("addressees"),
        index.FilterField("date"),
    ]
    # Names are never translated: a translation shows the signatories of its source page.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("date", overridable=False),
        SynchronizedField("signatories", overridable=False),
        SynchronizedField("stated_total", overridable=False),
        SynchronizedField("anonymous_count", overridable=False),
    ]
    base_form_class = OpenLetterForm
    parent_page_types = ["letters.LetterIndexPage"]
    subpage_types = []
    template = "letters/open_letter_page.html"

    class Meta:
        verbose_name = _("open letter")
        verbose_name_plural = _("open letters")

    @property
    def published_on(self):
        """The day that stands on the letter (`datetime.date`)."""
        return self.date

    @property
    def addressee_list(self):
        """The addressees, one string each, without blank lines."""
        return [line.strip() for line in self.addressees.splitlines() if line.strip()]

    @cached_property
    def source(self):
        """The page on which this letter was first written; the letter itself if it is that.

        Translations are made from a page that exists, so the oldest of a letter's pages
        is the one whose signatories count.
        """
        if not self.pk:
            return self
        oldest = self.get_translations(inclusive=True).order_by("pk").first()
        return self if oldest is None or oldest.pk == self.pk else oldest

    @cached_property
    def signatory_lists(self):
        """The lists of names (`SignatoryList`) of the source page, in order, without empty ones."""
        lists = []
        start = 1
        for block in self.source.signatories:
            names = block.value["names"]
            if names:
                lists.append(SignatoryList(block.value["heading"], start, list(names)))
                start += len(names)
        return lists

    @property
    def listed_count(self):
        """How many names stand under the letter."""
        return sum(len(names.signatories) for names in self.signatory_lists)

    @property
    def total_count(self):
        """Listed and anonymous signatories together."""
        return self.listed_count + self.source.anonymous_count


class LetterIndexPage(IndexPage):
    """All open letters."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["letters.OpenLetterPage"]
    template = "letters/letter_index_page.html"

    class Meta:
        verbose_name = _("list of letters")
        verbose_name_plural = _("lists of letters")

    def entries(self):
        """The published letters, newest first."""
        return (
            OpenLetterPage.objects.child_of(self)
            .live()
            .public()
            .defer("body", "signatories")
            .select_related("locale", "social_image")
            .order_by("-date", "-pk")
        )
