"""Earlier files of recordings."""

from django.conf import settings
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from multimedia.files import delete_when_committed

from .media import Media


class MediaVersion(models.Model):
    """A file that another one has replaced, in one of the two `places` of a recording."""

    class Place(models.TextChoices):
        """Which of the files it was."""

        FIRST = "file", _("first file")
        OTHER = "other_file", _("the same in another format")

    recording = models.ForeignKey(
        Media, verbose_name=_("recording"), on_delete=models.CASCADE, related_name="versions"
    )
    place = models.CharField(_("which"), max_length=12, choices=Place, default=Place.FIRST)
    file = models.FileField(_("file"), upload_to="media")
    size = models.PositiveBigIntegerField(_("size"))
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
        return f"{self.recording} ({self.replaced_at:%Y-%m-%d})"


@receiver(post_delete, sender=MediaVersion)
def delete_file(instance, **kwargs):
    """An earlier file goes with its row, unless it is the recording's again."""
    delete_when_committed(instance.file)
