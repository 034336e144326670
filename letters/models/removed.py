"""What is remembered of removed names, so that nobody puts them back unawares."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RemovedSignatory(models.Model):
    """That a name was removed, without the name.

    An editor with the text still open in a browser would put the name back with the next
    save. The digest, keyed with the secret key of the site and with a salt, lets that be
    refused; it is deleted after a few days. See `docs/decisions/` on why not longer.
    """

    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    # The translation key of the only text it was removed from; none: from everywhere.
    text = models.UUIDField(null=True)
    removed_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("removed signatory")
        verbose_name_plural = _("removed signatories")
        default_permissions = ()
        permissions = [("remove_signatory", "Can remove a signatory from everywhere")]

    def __str__(self):
        return f"#{self.pk}"
