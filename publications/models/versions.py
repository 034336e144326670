"""Earlier files of documents."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .documents import Document


class DocumentVersion(models.Model):
    """A file that another one has replaced. Its address leads to the new one."""

    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.CASCADE, related_name="versions"
    )
    # Of versions that are too old to be kept only the name stays: it stands in addresses.
    file = models.FileField(_("file"), upload_to="documents", blank=True)
    name = models.CharField(_("name"), max_length=255, db_index=True)
    size = models.PositiveBigIntegerField(_("size"), null=True)
    replaced_at = models.DateTimeField(_("replaced"), auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("replaced by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["-replaced_at", "-pk"]
        default_permissions = ()
        verbose_name = _("earlier file")
        verbose_name_plural = _("earlier files")

    def __str__(self):
        return self.name
