"""How this organisation says things, in each language.

One term with a row for each language, rather than a translatable snippet with a copy for
each: whoever looks a term up wants all its translations at once, and a term is not a text
that somebody submits for translation.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Locale
from wagtail.search import index


def default_locale():
    """The number of the language that most texts are written in."""
    return Locale.get_default().pk


class GlossaryTerm(index.Indexed, ClusterableModel):
    """A term in the language that texts are written in."""

    term = models.CharField(_("term"), max_length=200)
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        on_delete=models.PROTECT,
        default=default_locale,
        related_name="+",
        verbose_name=_("language of the term"),
    )
    definition = models.TextField(
        _("meaning"),
        blank=True,
        max_length=1000,
        help_text=_("What we mean by it, and what to watch out for."),
    )

    panels = [
        FieldPanel("term"),
        FieldPanel("locale"),
        FieldPanel("definition"),
        InlinePanel("translations", heading=_("Translations"), label=_("translation")),
    ]
    search_fields = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.SearchField("definition"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "locale"],
                name="glossary_term_once_per_language",
                violation_error_message=_("The glossary has this term already."),
            )
        ]

    def __str__(self):
        return self.term


class GlossaryTranslation(models.Model):
    """What to write for a term in one language."""

    entry = ParentalKey(GlossaryTerm, on_delete=models.CASCADE, related_name="translations")
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    text = models.CharField(_("translation"), max_length=200)
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("When to use it, and when something else."),
    )

    panels = [FieldPanel("locale"), FieldPanel("text"), FieldPanel("note")]

    class Meta:
        verbose_name = _("translation of a term")
        verbose_name_plural = _("translations of terms")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "locale", "text"],
                name="glossary_translation_once",
                violation_error_message=_("The term has this translation already."),
            )
        ]

    def __str__(self):
        return self.text
