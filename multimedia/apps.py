"""The app of pictures, media and stories."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MultimediaConfig(AppConfig):
    """Connects what must happen wherever a file is stored."""

    name = "multimedia"
    verbose_name = _("multimedia")

    def ready(self):
        from . import receivers

        receivers.connect()
