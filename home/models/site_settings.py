"""What an administrator sets once for the whole site, in each language."""

from django.conf import settings as django_settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site, TranslatableMixin

from home.translated import decide


class SocialAddressBlock(blocks.StructBlock):
    """One account elsewhere, as a name and a link; nothing of it is ever embedded."""

    name = blocks.CharBlock(label=_("name"), max_length=40, help_text=_("For example: Mastodon"))
    address = blocks.URLBlock(label=_("address"))

    class Meta:
        icon = "link"
        label = _("social address")


class SiteSettings(TranslatableMixin, models.Model):
    """Name, contacts and footer of one site, in one language."""

    site = models.ForeignKey(
        Site, verbose_name=_("site"), on_delete=models.CASCADE, related_name="settings"
    )
    organisation_name = models.CharField(_("name of the organisation"), max_length=200)
    short_name = models.CharField(
        _("short name"), max_length=40, help_text=_("Stands in the header of every page.")
    )
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    postal_address = models.TextField(_("postal address"), blank=True)
    social_addresses = StreamField(
        [("social_address", SocialAddressBlock())],
        verbose_name=_("social addresses"),
        blank=True,
    )
    footer = RichTextField(_("footer"), blank=True, features=["bold", "italic", "link"])
    newsletter_url = models.URLField(
        _("address of the newsletter"),
        blank=True,
        help_text=_(
            "The page on which people subscribe. While this is empty, nothing on the site "
            "offers a newsletter."
        ),
    )
    contact_page = models.ForeignKey(
        Page,
        verbose_name=_("contact page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    privacy_page = models.ForeignKey(
        Page,
        verbose_name=_("privacy page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("site"),
        MultiFieldPanel(
            [
                FieldPanel("organisation_name"),
                FieldPanel("short_name"),
                FieldPanel("tagline"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("postal_address"),
                FieldPanel("contact_page"),
                FieldPanel("social_addresses"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("footer"), FieldPanel("privacy_page"), FieldPanel("newsletter_url")],
            heading=_("Footer"),
        ),
    ]
    translatable_fields = decide(
        translate=["organisation_name", "short_name", "tagline", "postal_address", "footer"],
        same=["site"],
        replaceable=[
            *("email", "phone", "social_addresses"),
            *("newsletter_url", "contact_page", "privacy_page"),
        ],
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "locale"],
                name="site_settings_once_per_language",
                violation_error_message=_("This site has settings in this language already."),
            )
        ]

    def __str__(self):
        return self.organisation_name

    @classmethod
    def for_site(cls, site, language_code):
        """The settings of `site` in `language_code`, else in the default language.

        Takes a Wagtail `Site` or None. Returns an unsaved instance with the name of the
        site where nobody has set anything yet, so that templates need no special case.
        """
        if site:
            own = {
                settings.locale.language_code: settings
                for settings in cls.objects.filter(
                    site=site,
                    locale__language_code__in=[language_code, cls._default_language()],
                ).select_related("locale", "contact_page", "privacy_page")
            }
            found = own.get(language_code) or own.get(cls._default_language())
            if found:
                return found
        name = (site and site.site_name) or "FORUM-ASIA"
        return cls(site=site, organisation_name=name, short_name=name)

    @staticmethod
    def _default_language():
        return django_settings.LANGUAGE_CODE
