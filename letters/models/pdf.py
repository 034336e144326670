"""The PDF of each published statement and letter."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

# How long the file made before a change may still be read while its successor is made.
GRACE = timedelta(minutes=10)


def pdf_path(pdf, filename):
    """Where the file lies: below MEDIA_ROOT, in a folder without an address of its own."""
    return f"pdf/{pdf.page_id}/{pdf.digest[:32]}.pdf"


class PagePDFQuerySet(models.QuerySet):
    """PDFs of pages."""

    def for_page(self, page):
        """The PDF that a reader of `page` may have now, or None.

        An alias shows another page, whose PDF it is. A file that is older than a change is
        not given out for ever when nothing makes the next one.
        """
        pdf = (
            self.exclude(file="").filter(page=page.alias_of_id or page.pk, page__live=True).first()
        )
        return pdf if pdf and pdf.is_current else None

    def failed(self):
        """Those whose last build failed."""
        return self.filter(state=PagePDF.State.FAILED)


class PagePDF(models.Model):
    """The PDF of one page: its file, and how far the background work on it is."""

    class State(models.TextChoices):
        """How far it is."""

        PENDING = "pending", _("Waiting to be made")
        BUILT = "built", _("Made")
        FAILED = "failed", _("Failed")

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="pdf", verbose_name=_("page")
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PENDING)
    file = models.FileField(_("file"), upload_to=pdf_path, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    # What the file was made from: equal content is not built again.
    digest = models.CharField(max_length=64, blank=True)
    # The names in the file: it goes at once when they change.
    names_digest = models.CharField(max_length=64, blank=True)
    # Counts the changes of the page, so that a build of an older text is thrown away.
    change = models.PositiveIntegerField(default=0)
    requested_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    problem = models.JSONField(_("problem"), default=dict, blank=True)
    built_at = models.DateTimeField(_("made at"), null=True, blank=True)

    objects = PagePDFQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF")
        verbose_name_plural = _("PDFs")

    def __str__(self):
        return f"{self.page} ({self.get_state_display()})"

    @property
    def is_current(self):
        """Whether the file says what the page says, or may still be read instead."""
        if self.state == self.State.PENDING:
            return timezone.now() - self.requested_at < GRACE
        return self.state == self.State.BUILT

    def take_file(self):
        """Forget the file now and delete it once that is committed. The caller saves."""
        if self.file:
            delete_when_committed(self.file)
        self.file = ""
        self.size = 0
        self.digest = self.names_digest = ""


def delete_when_committed(file):
    """Delete a stored file (`FieldFile`) as soon as no row names it any more."""
    storage, name = file.storage, file.name
    transaction.on_commit(lambda: storage.delete(name))
