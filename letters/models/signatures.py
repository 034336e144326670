"""Who signed what, derived from the published pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .organisations import Organisation


class Signature(models.Model):
    """One name under one published text.

    Written in the transaction that publishes, for the directory, exports and search; the
    records on the page stay the truth, and `manage.py rebuild_signatures` makes these anew.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="signatures")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.SET_NULL, related_name="signatures"
    )
    record = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    raw = models.TextField()
    kind = models.CharField(max_length=12)
    lang = models.CharField(max_length=20, blank=True)
    dir = models.CharField(max_length=3, blank=True)
    match_key = models.CharField(max_length=300, db_index=True)
    sort_key = models.CharField(max_length=400)

    # Otherwise each row would be looked up there when it goes, thousands at a time.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(fields=["page", "position"], name="signature_position_once")
        ]

    def __str__(self):
        return self.raw
