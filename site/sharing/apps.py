"""The app that passes pages on: share links, cards, feeds."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    """Knows the pages of all sections."""

    name = "sharing"
    verbose_name = _("sharing")

    def ready(self):
        from .cards import receivers

        receivers.connect()
