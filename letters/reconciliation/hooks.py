"""What the checks add to the admin: addresses, the editor, the history."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from letters.receivers import SIGNED_PAGES

from .actions import DISMISS, RESTORE
from .panels import SignedStatusSidePanel
from .views import ChecksView, DismissView, RestoreView


@hooks.register("register_admin_urls")
def check_urls():
    """All checks of a page, dismissing one, opening it again."""
    return [
        path("letters/checks/<int:pk>/", ChecksView.as_view(), name="letters_checks"),
        path("letters/checks/<int:pk>/dismiss/", DismissView.as_view(), name="letters_dismiss"),
        path("letters/checks/<int:pk>/open/", RestoreView.as_view(), name="letters_restore"),
    ]


class SignedEditView(EditView):
    """The editor of a signed page, with the checks among the status of the page."""

    def get_side_panels(self):
        """Wagtail's panels, that of the status with the checks."""
        return MediaContainer(
            [
                SignedStatusSidePanel.like(panel) if type(panel) is PageStatusSidePanel else panel
                for panel in super().get_side_panels()
            ]
        )


class SignedPageViewSet(PageViewSet):
    """Statements and letters; lists of pages stay as they are."""

    edit_view_class = SignedEditView
    parent_models = ()


@hooks.register("register_admin_viewset")
def signed_page_viewsets():
    """One for each type."""
    return [SignedPageViewSet(model=model) for model in SIGNED_PAGES]


@hooks.register("register_log_actions")
def check_log_actions(actions):
    """How the history of a page tells of it."""
    actions.register_action(DISMISS, _("Dismiss a check"), _("Dismissed a check of the names"))
    actions.register_action(
        RESTORE, _("Open a check again"), _("Opened a check of the names again")
    )
