"""Where the admin offers the earlier files of recordings."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .actions import LOG_ACTION
from .views import VersionsView, show_version


@hooks.register("register_admin_urls")
def addresses():
    """The list of one recording, and each file in it."""
    return [
        path(
            "recordings/<int:media_id>/files/", VersionsView.as_view(), name="multimedia_versions"
        ),
        path("recordings/files/<int:version_id>/", show_version, name="multimedia_version"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions):
    """How the history calls it."""
    actions.register_action(
        LOG_ACTION,
        _("Bring back an earlier file of a recording"),
        _("Brought back an earlier file of the recording"),
    )
