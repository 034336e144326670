"""What we owe to the people in a picture, and to those who look at it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class PictureCare(models.Model):
    """The part of a picture's record that says when and how it may be shown."""

    class Restriction(models.TextChoices):
        """What we promised about a picture."""

        EMBARGO = "embargo", _("Not before a date")
        NO_REUSE = "no-reuse", _("Not for others to use")

    class Warning(models.TextChoices):
        """What may distress somebody who sees a picture."""

        VIOLENCE = "violence", _("violence")
        INJURY = "injury", _("injuries")
        DEATH = "death", _("death")
        ABUSE = "abuse", _("abuse")
        DISTRESS = "distress", _("people in distress")

    class People(models.TextChoices):
        """Whether somebody could be found through a picture."""

        NONE = "none", _("Nobody can be recognised")
        PROTECTED = "protected", _("Identity protected: faces, tattoos and places made unknown")
        IDENTIFIABLE = "identifiable", _("Shows people who can be recognised")

    restriction = models.CharField(
        _("restriction"), max_length=20, blank=True, choices=Restriction.choices
    )
    embargo_until = models.DateField(
        _("not before"),
        null=True,
        blank=True,
        help_text=_("The first day on which the picture may be shown."),
    )
    warning = models.CharField(
        _("content notice"),
        max_length=20,
        blank=True,
        choices=Warning.choices,
        help_text=_("What is distressing to see. Readers see the notice first, then decide."),
    )
    people = models.CharField(_("people"), max_length=20, blank=True, choices=People.choices)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    form_fields = ("restriction", "embargo_until", "warning", "people")

    class Meta:
        abstract = True

    def clean(self):
        """Ask for the date of an embargo."""
        super().clean()
        if self.restriction == self.Restriction.EMBARGO and not self.embargo_until:
            raise ValidationError({"embargo_until": _("Say until when the embargo lasts.")})

    @property
    def is_under_embargo(self):
        """Whether the day on which the picture may be shown is still to come."""
        return bool(
            self.restriction == self.Restriction.EMBARGO
            and self.embargo_until
            and self.embargo_until > timezone.localdate()
        )

    @property
    def may_be_shown(self):
        """Whether visitors may see the picture today."""
        return not self.withdrawn_at and not self.is_under_embargo

    @property
    def is_for_all(self):
        """Whether the picture may stand where no notice can come before it, as in lists."""
        return self.may_be_shown and not self.warning

    def obstacles(self):
        """Return sentences, each with the picture's title: why it must not be published."""
        found = []
        title = {"title": self.title}
        if self.withdrawn_at:
            found.append(_now("The picture “%(title)s” was withdrawn. Choose another.") % title)
        if self.is_under_embargo:
            date = {"date": date_format(self.embargo_until)}
            found.append(
                _now("The picture “%(title)s” may not be shown before %(date)s.") % (title | date)
            )
        consent = getattr(self, "consent", None) if self.pk else None
        if consent and consent.has_ended:
            found.append(
                _now(
                    "The consent for the picture “%(title)s” has ended. Choose another, or have "
                    "the consent renewed."
                )
                % title
            )
        return found
