"""Sites beside this one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from home.translated import decide


class SubSite(TranslatableMixin, models.Model):
    """A dedicated site, of this installation or elsewhere, shown on the home page."""

    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), max_length=300, blank=True)
    url = models.URLField(_("address"))
    picture = models.ForeignKey(
        "multimedia.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("url"),
        FieldPanel("picture"),
        FieldPanel("sort_order"),
    ]
    translatable_fields = decide(
        translate=["name", "description"], same=["sort_order"], replaceable=["url", "picture"]
    )

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "name"]
        verbose_name = _("sub-site")
        verbose_name_plural = _("sub-sites")

    def __str__(self):
        return self.name

    @classmethod
    def in_language(cls, language_code):
        """Every sub-site once: in `language_code` if translated, else as first written.

        Returns a list in the editors' order.
        """
        chosen = {}
        for subsite in cls.objects.select_related("locale", "picture").order_by("pk"):
            if subsite.locale.language_code == language_code:
                chosen[subsite.translation_key] = subsite
            else:
                chosen.setdefault(subsite.translation_key, subsite)
        return sorted(chosen.values(), key=lambda subsite: (subsite.sort_order, subsite.name))
