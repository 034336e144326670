"""Pages that become public together or not at all."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel


class ReleaseSetQuerySet(models.QuerySet):
    """Release sets."""

    def due(self, now):
        """Those whose time has come, oldest first."""
        return self.filter(state=ReleaseSet.State.SCHEDULED, go_live_at__lte=now).order_by(
            "go_live_at", "pk"
        )


class ReleaseSet(ClusterableModel):
    """A text and its translations, or several texts, to be published at one moment."""

    class State(models.TextChoices):
        """How far it is."""

        OPEN = "open", _("Being prepared")
        SCHEDULED = "scheduled", _("Scheduled")
        FAILED = "failed", _("Not released: see the problems")
        RELEASED = "released", _("Released")

    name = models.CharField(
        _("name"), max_length=120, help_text=_("For the staff. Readers never see it.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.OPEN, editable=False
    )
    go_live_at = models.DateTimeField(_("to be released at"), null=True, editable=False)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    released_at = models.DateTimeField(_("released at"), null=True, editable=False)
    # What stood in the way the last time: [{"page": number, "message": text}].
    problems = models.JSONField(default=list, editable=False)

    objects = ReleaseSetQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        InlinePanel(
            "items",
            heading=_("Pages"),
            label=_("page"),
            help_text=_("Each language of a text is a page of its own: add those that belong."),
        ),
    ]

    class Meta:
        verbose_name = _("release set")
        verbose_name_plural = _("release sets")
        ordering = ["-pk"]

    def __str__(self):
        return self.name

    @property
    def is_open(self):
        """Whether it can still be changed and released."""
        return self.state != self.State.RELEASED


class ReleaseItem(models.Model):
    """One page of a set."""

    release_set = ParentalKey(ReleaseSet, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    # Of what there was when the set was scheduled.
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    panels = [FieldPanel("page")]

    class Meta:
        verbose_name = _("page of a release set")
        verbose_name_plural = _("pages of a release set")
        constraints = [
            models.UniqueConstraint(
                fields=["release_set", "page"],
                name="page_once_per_release_set",
                violation_error_message=_("The page is in the set already."),
            )
        ]

    def __str__(self):
        return str(self.page_id)
