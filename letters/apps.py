"""The app of letters and their signatories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """Connects publishing to what follows from it."""

    name = "letters"
    verbose_name = _("letters")

    def ready(self):
        from . import receivers
        from .directory import arranging
        from .pdf import receivers as pdf_receivers
        from .reconciliation import receivers as check_receivers
        from .removal import admin  # noqa: F401 - connects its hooks
        from .review import log

        receivers.connect()
        arranging.connect()
        pdf_receivers.connect()
        check_receivers.connect()
        log.connect()
