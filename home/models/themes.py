"""What texts are about."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from home.translated import decide


class Theme(TranslatableMixin, models.Model):
    """A subject, such as freedom of assembly, in one language.

    Pages hold the theme as first written; its translations share the slug, which stands
    in addresses.
    """

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("short name for addresses"),
        max_length=80,
        blank=True,
        help_text=_(
            "Latin letters; made from the name when left empty. The same in all languages."
        ),
    )
    description = models.TextField(_("description"), max_length=300, blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]
    translatable_fields = decide(translate=["name", "description"], same=["slug"])

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "locale"],
                name="theme_slug_once_per_language",
                violation_error_message=_("Another theme has this short name already."),
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Make the slug from the name; a name without Latin letters needs one by hand."""
        super().clean()
        self.slug = self.slug or slugify(self.name)
        if not self.slug:
            raise ValidationError({"slug": _("Give a short name in Latin letters.")})

    @classmethod
    def names(cls, themes, language_code):
        """The names of `themes` in a language, by slug, as first written where untranslated.

        One query for all of them, that for the themes included where they are a `QuerySet`;
        those of a draft are a list of another kind. Returns a dict from slug to name in the
        order given.
        """
        if isinstance(themes, models.QuerySet):
            here = cls.objects.filter(
                translation_key=models.OuterRef("translation_key"),
                locale__language_code=language_code,
            )
            found = themes.annotate(name_here=models.Subquery(here.values("name")[:1]))
            return {theme.slug: theme.name_here or theme.name for theme in found}
        themes = list(themes)
        translated = dict(
            cls.objects.filter(
                translation_key__in=[theme.translation_key for theme in themes],
                locale__language_code=language_code,
            ).values_list("slug", "name")
        )
        return {theme.slug: translated.get(theme.slug, theme.name) for theme in themes}
