"""The app that keeps the site, its staff and its readers safe."""

from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """Headers, log-in throttling and checks of the configuration."""

    name = "security"

    def ready(self):
        """Register the system checks."""
        from . import checks  # noqa: F401
