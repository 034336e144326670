"""The app of what every part of the site shares."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Connects publishing to what follows from it."""

    name = "home"
    verbose_name = _("home")

    def ready(self):
        from . import source_texts

        source_texts.connect()
