"""What every signed text shares: its signatories and their counts."""

from dataclasses import dataclass

from django.db import models
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks.body import BodyBlock, DocumentBlock
from home.cards import CardText
from home.models import SubjectPage
from home.panels import TranslationNotice
from home.translated import decide
from home.visibility import is_private
from letters.blocks import SignatoriesBlock
from letters.history_blocks import CorrectionBlock, UpdateBlock
from letters.panels import SignedPageForm
from letters.reconciliation.panels import ChecksPanel
from letters.review.rules import ReviewedPagePermissionTester
from letters.signatories import Signatory


@dataclass(frozen=True)
class SignatoryList:
    """One list of names as it stands under a letter."""

    heading: str
    start: int  # the number of its first name: numbering goes on over all lists
    signatories: list[Signatory]


class SignedPage(SubjectPage):
    """A page with names under it, shown as they were signed in every language."""

    class NamesShown(models.TextChoices):
        """Whether names from the directory stand beside what was signed."""

        SIGNED = "signed", _("As signed only")
        BOTH = "both", _("As signed, and in the language of the reader")

    date = models.DateField(_("date"), help_text=_("The day that stands on the text."))
    reference = models.CharField(
        _("reference"),
        max_length=40,
        blank=True,
        help_text=_("The number under which the text is filed; printed on the PDF."),
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

    names_shown = models.CharField(
        _("names shown"),
        max_length=8,
        choices=NamesShown,
        default=NamesShown.BOTH,
        help_text=_(
            "What was signed always stands first and is never altered. Names that the directory "
            "has in the language of the reader can stand after it."
        ),
    )
    attachments = StreamField(
        [("document", DocumentBlock())], verbose_name=_("attachments"), blank=True
    )
    updates = StreamField(
        [("update", UpdateBlock())],
        verbose_name=_("updates"),
        blank=True,
        help_text=_("What happened since, newest first."),
    )
    corrections = StreamField(
        [("correction", CorrectionBlock())],
        verbose_name=_("corrections"),
        blank=True,
        help_text=_("Mistakes that were put right after publication, newest first."),
    )

    signatory_panels = [
        TranslationNotice(
            _(
                "Names are never translated. This page shows the signatories of "
                '<a href="{url}">the letter in {language}</a>; change them there.'
            ),
            heading=_("Signatories"),
        ),
        FieldPanel("signatories"),
        FieldPanel("names_shown"),
        MultiFieldPanel(
            [FieldPanel("stated_total"), FieldPanel("anonymous_count")],
            heading=_("Count of signatories"),
        ),
        ChecksPanel(heading=_("Checks of the signatories")),
    ]
    later_panels = [
        FieldPanel("attachments"),
        MultiFieldPanel(
            [FieldPanel("updates"), FieldPanel("corrections")],
            heading=_("Since publication"),
        ),
    ]
    search_fields = [
        *SubjectPage.search_fields,
        index.SearchField("body"),
        index.SearchField("updates"),
        index.SearchField("reference"),
        index.FilterField("date"),
    ]
    # Names are never translated: a translation shows the signatories of its source page.
    override_translatable_fields = [
        *SubjectPage.override_translatable_fields,
        *decide(
            translate=["body", "attachments", "updates", "corrections"],
            same=[
                *("date", "reference", "signatories"),
                *("stated_total", "anonymous_count", "names_shown"),
            ],
        ),
    ]
    base_form_class = SignedPageForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        """What a user may do with the text; publishing it is the end of its review."""
        return ReviewedPagePermissionTester(user, self)

    @property
    def published_on(self):
        """The day that stands on the text (`datetime.date`)."""
        return self.date

    def structured_data(self):
        """A text with an author. Nothing is said of who signed it: the page itself does."""
        data = super().structured_data()
        return data | {"@type": "Article", "headline": data.pop("name")}

    def card_text(self):
        """Its kind, its title and how many signed."""
        total = self.total_count
        note = ngettext("%(counter)s signatory", "%(counter)s signatories", total)
        return CardText(
            kind=self.get_kind_display(),
            title=self.title,
            note=note % {"counter": number_format(total)} if total else "",
        )

    @cached_property
    def source(self):
        """The page on which this letter was first written; the letter itself if it is that.

        Translations are made from a page that exists, so the oldest of a letter's pages
        is the one whose signatories count. An alias shows those of the page it stands for.
        """
        if not self.pk:
            return self
        text = self
        while text.alias_of_id:
            text = text.alias_of
        same = type(self).objects.filter(translation_key=text.translation_key)
        oldest = same.annotate(names_are_private=is_private()).order_by("pk").first()
        return self if oldest is None or oldest.pk == self.pk else oldest

    @property
    def shows_names(self):
        """Whether names stand under the page: not under a published one whose source page
        is taken off or not for everybody. Names are shown with that page or nowhere."""
        source = self.source
        if source is self or not self.live:
            return True
        return source.live and not source.names_are_private

    @cached_property
    def signatory_lists(self):
        """The lists of names (`SignatoryList`) of the source page, in order, without empty ones."""
        lists = []
        start = 1
        for block in self.source.signatories if self.shows_names else ():
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
        return self.listed_count + self.shown_anonymous_count

    @property
    def shown_anonymous_count(self):
        """How many signed without a public name, where names are shown."""
        return self.source.anonymous_count if self.shows_names else 0

    @property
    def shown_stated_total(self):
        """The number that the letter itself states, where names are shown; or None."""
        return self.source.stated_total if self.shows_names else None
