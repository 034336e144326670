"""The app that keeps texts back until their time has come."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmbargoConfig(AppConfig):
    """Watches every page that is about to be public."""

    name = "embargo"
    verbose_name = _("embargo")

    def ready(self):
        from . import receivers

        receivers.connect()
