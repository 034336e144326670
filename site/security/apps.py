"""The app that keeps the site, its staff and its readers safe."""

import logging

from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """Headers, log-in throttling and checks of the configuration."""

    name = "security"

    def ready(self):
        """Register the checks, make the admin obey its policy, keep addresses out of the log."""
        from . import checks, inline_scripts  # noqa: F401
        from .logs import AddressFilter

        inline_scripts.replace()

        logging.getLogger("gunicorn.error").addFilter(AddressFilter())
