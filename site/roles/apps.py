"""The app of roles, review and what awaits each member of staff."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    """Lets roles follow new languages and pages, and sends the mails of the review."""

    name = "roles"
    verbose_name = _("roles")

    def ready(self):
        """Connect what follows from languages, pages and steps of the review."""
        from . import notifications, receivers

        receivers.connect()
        notifications.connect()
