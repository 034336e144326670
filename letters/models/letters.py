"""Open letters and their list."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks.body import BodyBlock
from home.models import IndexPage
from home.visibility import without_private

from .signed import SignedPage


class OpenLetterPage(SignedPage):
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

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("date"), FieldPanel("addressees")],
            heading=_("Letter"),
        ),
        SignedPage.summary_panel,
        FieldPanel("body"),
        *SignedPage.signatory_panels,
    ]
    search_fields = [
        *SignedPage.search_fields,
        index.SearchField("body"),
        index.SearchField("addressees"),
        index.FilterField("date"),
    ]
    override_translatable_fields = [
        *SignedPage.override_translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("date", overridable=False),
    ]
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
        letters = OpenLetterPage.objects.child_of(self).live().defer("body", "signatories")
        return without_private(letters).select_related("locale").order_by("-date", "-pk")
