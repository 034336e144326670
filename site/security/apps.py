"""The app that keeps the site, its staff and its readers safe."""

import logging

from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """Headers, log-in throttling and checks of the configuration."""

    name = "security"

    def ready(self):
        """Register the system checks, and keep addresses out of the server's log."""
        from . import checks  # noqa: F401
        from .logs import AddressFilter

        logging.getLogger("gunicorn.error").addFilter(AddressFilter())
