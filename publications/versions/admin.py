"""Where the admin offers the earlier files of documents."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .actions import FORGET_ACTION, LOG_ACTION
from .views import VersionsView, download_version


@hooks.register("register_admin_urls")
def addresses():
    """The list of one document, and each file in it."""
    return [
        path(
            "publications/documents/<int:document_id>/files/",
            VersionsView.as_view(),
            name="publications_versions",
        ),
        path("publications/files/<int:version_id>/", download_version, name="publications_version"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions):
    """How the history calls it."""
    actions.register_action(
        LOG_ACTION, _("Bring back an earlier file"), _("Brought back an earlier file")
    )
    actions.register_action(
        FORGET_ACTION, _("Delete the earlier files"), _("Deleted the earlier files")
    )
