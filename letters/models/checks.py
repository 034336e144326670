"""What is to be looked at on a signed page, and what an editor has looked at."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageChecks(models.Model):
    """What was found about the signatories of a page as last saved, draft or published.

    Names are not repeated here: a finding names records by their ids and says by digests
    which names it is about, so that it means nothing once these are gone.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="signatory_checks", verbose_name=_("page")
    )
    # Of the page by itself, and beside what stands under other texts.
    findings = models.JSONField(default=list)
    compared = models.JSONField(default=list)
    # Those that nobody has dismissed, and whether the counts are among them.
    open_count = models.PositiveIntegerField(default=0, db_index=True)
    counts_differ = models.BooleanField(default=False, db_index=True)

    # Nobody asks where a page is used by its own checks.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("checks of a page")
        verbose_name_plural = _("checks of pages")
        default_permissions = ()

    def __str__(self):
        return f"#{self.page_id}"


class DismissedCheck(models.Model):
    """That an editor found nothing wrong with something, and why.

    `subject` holds keyed digests of the names concerned; the names themselves are not kept.
    """

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="dismissed_checks", verbose_name=_("page")
    )
    code = models.CharField(max_length=30)
    subject = models.CharField(max_length=120)
    reason = models.CharField(_("reason"), max_length=300)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    dismissed_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("dismissed check")
        verbose_name_plural = _("dismissed checks")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "code", "subject"], name="check_dismissed_once")
        ]

    def __str__(self):
        return f"#{self.pk}"
