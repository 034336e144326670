"""The app of publications and their files."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    """Connects documents to the reading of their files, and lets files go with their rows."""

    name = "publications"
    verbose_name = _("publications")

    def ready(self):
        from . import receivers

        receivers.connect()
