"""Rows that count attempts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateLimit(models.Model):
    """How often something was tried in one window of time; see `security.throttling`.

    Says neither who nor what: the key cannot be turned back, and is another one in the
    next window.
    """

    key = models.CharField(_("key"), max_length=64, primary_key=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    ends_at = models.DateTimeField(_("ends at"), db_index=True)

    class Meta:
        verbose_name = _("rate limit")
        verbose_name_plural = _("rate limits")

    def __str__(self):
        return f"{self.attempts} until {self.ends_at:%H:%M}"
