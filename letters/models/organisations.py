"""The directory: who signs, under which names."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from letters.language_tags import is_in
from letters.ordering import match_key, sort_key
from letters.scripts import direction_of


class OrganisationQuerySet(models.QuerySet):
    """Organisations of the directory."""

    def public(self):
        """Those that visitors may see."""
        return self.filter(suppressed=False)

    def with_names(self):
        """With all their names, in one more query."""
        return self.prefetch_related("names")


class Organisation(RevisionMixin, index.Indexed, ClusterableModel):
    """One organisation, however many names it signs under."""

    country = CountryField(verbose_name=_("country"), blank=True)
    website = models.URLField(_("website"), blank=True)
    member = models.BooleanField(_("member of the network"), default=False)
    suppressed = models.BooleanField(
        _("not shown"),
        default=False,
        help_text=_("Keeps the organisation out of the public directory, for its safety."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OrganisationQuerySet.as_manager()

    panels = [
        InlinePanel("names", heading=_("Names"), label=_("name"), min_num=1),
        MultiFieldPanel(
            [FieldPanel("country"), FieldPanel("website"), FieldPanel("member")],
            heading=_("About"),
        ),
        FieldPanel("suppressed"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.display_name

    @cached_property
    def display_name(self):
        """The preferred name, else the first full name, else whatever there is."""
        names = sorted(self.names.all(), key=lambda name: (not name.preferred, name.rank, name.pk))
        return names[0].text if names else f"#{self.pk}"

    def name_in(self, language_code):
        """The full name (`OrganisationName`) in a language, the preferred one first, or None."""
        names = [name for name in self.names.all() if name.is_full]
        found = [name for name in names if is_in(name.language, language_code)]
        return min(found, key=lambda name: (not name.preferred, name.rank, name.pk), default=None)


class OrganisationName(models.Model):
    """One name of an organisation, in one language."""

    class Kind(models.TextChoices):
        """What sort of name it is."""

        NAME = "name", _("Name")
        TRANSLATION = "translation", _("Translation")
        ACRONYM = "acronym", _("Acronym")
        FORMER = "former", _("Former name")
        ALIAS = "alias", _("Other spelling")

    class Listing(models.IntegerChoices):
        """What a name counts for in an alphabetical list; see `directory.arranging`."""

        NOT = 0
        HEADS = 1  # the first of its organisation under its letter or script
        CALLED = 2  # that, and the one the organisation is called by

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="names", verbose_name=_("organisation")
    )
    text = models.CharField(_("name"), max_length=300)
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        help_text=_("Its code, such as en, ar or zh-Hant."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.NAME)
    preferred = models.BooleanField(_("preferred"), default=False)
    match_key = models.CharField(max_length=300, editable=False, db_index=True)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    group = models.CharField(max_length=4, editable=False, default="")
    # The sort key as bytes, which every database compares as they are.
    place = models.BinaryField(editable=False, default=b"", serialize=False)
    listing = models.PositiveSmallIntegerField(choices=Listing, editable=False, default=0)

    panels = [
        FieldPanel("text"),
        FieldPanel("language"),
        FieldPanel("kind"),
        FieldPanel("preferred"),
    ]

    class Meta:
        verbose_name = _("name of an organisation")
        verbose_name_plural = _("names of organisations")
        ordering = ["sort_key"]
        indexes = [
            models.Index(fields=["listing", "place"], name="organisations_in_order"),
            models.Index(fields=["group", "place"], name="organisations_in_group"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "text"],
                name="organisation_name_once",
                violation_error_message=_("The organisation has this name already."),
            )
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Keep the keys for matching and sorting in step with the text."""
        self.match_key = match_key(self.text)
        self.sort_key = sort_key(self.text)[:400]
        super().save(*args, **kwargs)

    @property
    def is_full(self):
        """Whether the organisation can be called by it in a text."""
        return self.kind in {self.Kind.NAME, self.Kind.TRANSLATION}

    @property
    def rank(self):
        """Its place among the names of the organisation when none is preferred."""
        return list(self.Kind).index(self.Kind(self.kind))

    @property
    def dir(self):
        """`rtl` or `ltr`, by its first strong character."""
        return direction_of(self.text)
