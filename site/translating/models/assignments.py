"""Who translates what by when."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AssignmentQuerySet(models.QuerySet):
    """Assignments."""

    def open(self):
        """Those that are not done."""
        return self.filter(done_at__isnull=True)

    def of(self, user):
        """Those of a person, the most urgent first; those without a date last."""
        return (
            self.filter(user=user)
            .select_related("page", "locale", "by")
            .order_by(models.F("due").asc(nulls_last=True), "created_at")
        )


class Assignment(models.Model):
    """A page to be translated into a language by a person.

    `page` is the page first written, whatever language that is in.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("translator"),
    )
    due = models.DateField(_("due on"), null=True, blank=True)
    note = models.TextField(
        _("note"),
        blank=True,
        max_length=1000,
        help_text=_("Shown to the translator here. It is not sent by mail."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("assigned by"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "locale"],
                condition=models.Q(done_at__isnull=True),
                name="one_open_assignment_per_page_and_language",
            )
        ]

    def __str__(self):
        return f"{self.page_id} {self.locale_id}"

    @property
    def is_overdue(self):
        """Whether the day has passed and the work is not done."""
        return bool(self.due and not self.done_at and self.due < timezone.localdate())
