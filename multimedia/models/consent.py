"""Consent of the people in pictures. Never who they are: that is on paper, elsewhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .pictures import Image


class PictureConsent(models.Model):
    """That somebody agreed to be shown: where the proof lies, for what, until when.

    A table of its own, so that nothing that lists or copies pictures takes it along.
    """

    class Scope(models.TextChoices):
        """What was agreed to."""

        WEBSITE = "website", _("This website")
        PUBLIC = "public", _("Website, print and social media")
        ANY = "any", _("Any use by us and our members")

    image = models.OneToOneField(
        Image, verbose_name=_("picture"), on_delete=models.CASCADE, related_name="consent"
    )
    reference = models.CharField(
        _("number of the consent form"),
        max_length=40,
        blank=True,
        help_text=_(
            "The number under which the signed form is kept, outside this system. Never write "
            "a name, a telephone number or a place: whoever takes the server would read it."
        ),
    )
    scope = models.CharField(_("agreed to"), max_length=20, blank=True, choices=Scope.choices)
    until = models.DateField(
        _("consent ends"),
        null=True,
        blank=True,
        help_text=_("The last day on which the picture may be shown. Empty: no end was agreed."),
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self):
        return f"consent {self.pk}"

    @property
    def has_ended(self):
        """Whether the last day has passed."""
        return self.until is not None and self.until < timezone.localdate()
