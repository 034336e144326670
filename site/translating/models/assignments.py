"""Who translates what by when."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class AssignmentQuerySet(models.QuerySet):
    """Assignments."""

    def open(self):
        """Those that are not done."""
        return self.filter(done_at__isnull=True)

    def about(self, text, locale):
        """Those of a text, a page or another object, in a language."""
        return self.filter(locale=locale, **reference_to(text))

    def of(self, user):
        """Those of a person, the most urgent first; those without a date last."""
        return (
            self.filter(user=user)
            .select_related("page__source_text", "snippet_type", "locale", "by")
            .order_by(models.F("due").asc(nulls_last=True), "created_at")
        )


def reference_to(text):
    """The values of an `Assignment` that name a text: a page or another object (a dict)."""
    if isinstance(text, Page):
        return {"page": text.page_ptr if hasattr(text, "page_ptr") else text}
    return {"snippet_type": ContentType.objects.get_for_model(text), "snippet_id": text.pk}


class Assignment(models.Model):
    """A text to be translated into a language by a person.

    `page` is the page first written, whatever language that is in; `snippet` the same for
    what is no page. One of the two is there.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    snippet_type = models.ForeignKey(
        ContentType, null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    snippet_id = models.PositiveBigIntegerField(null=True, editable=False)
    snippet = GenericForeignKey("snippet_type", "snippet_id")
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
            ),
            models.UniqueConstraint(
                fields=["snippet_type", "snippet_id", "locale"],
                condition=models.Q(done_at__isnull=True),
                name="one_open_assignment_per_snippet_and_language",
            ),
        ]

    def __str__(self):
        return f"{self.page_id or self.snippet_id} {self.locale_id}"

    @property
    def text(self):
        """The page or other object; None where it was deleted."""
        return self.page if self.page_id else self.snippet

    @property
    def title(self):
        """What the text is called."""
        return self.page.get_admin_display_title() if self.page_id else str(self.snippet)

    @property
    def is_overdue(self):
        """Whether the day has passed and the work is not done."""
        return bool(self.due and not self.done_at and self.due < timezone.localdate())
