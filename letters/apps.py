"""The app of letters and their signatories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """Connects publishing to what follows from it."""

    name = "letters"
    verbose_name = _("letters")

    def ready(self):
        from wagtail.signals import page_published

        from .models import OpenLetterPage

        page_published.connect(
            _letter_published, sender=OpenLetterPage, dispatch_uid="copy signatories"
        )


def _letter_published(instance, **kwargs):
    from .actions import copy_signatories_to_translations

    copy_signatories_to_translations(instance)
