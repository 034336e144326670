"""The translators' desk: what is translated, by whom, how far it is."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatingConfig(AppConfig):
    """Who translates what, terms, files for translators' programs, releases."""

    name = "translating"
    verbose_name = _("Translations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Look at the length of what translators write; let removals look into notes."""
        from letters.removal.notes import register_notes

        from . import lengths  # needs the models
        from .models import Assignment, GlossaryTerm, GlossaryTranslation, ReleaseSet

        lengths.connect()
        register_notes(Assignment, "note", page="page")
        register_notes(GlossaryTerm, "term", "definition", subject="term")
        register_notes(GlossaryTranslation, "text", "note", subject="text")
        register_notes(ReleaseSet, "name", "problems")
