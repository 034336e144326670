"""Where the admin offers care for pictures: addresses, report, first page, chooser, history."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from multimedia.forms import CARE_PERMISSION
from multimedia.models import Image

from .actions import RESTORE, WITHDRAW
from .queries import ended_consents
from .views import CareReportView, WithdrawView


@hooks.register("register_admin_urls")
def addresses():
    """Of the report and of withdrawing one picture."""
    return [
        path("pictures/care/", CareReportView.as_view(), name="multimedia_care_report"),
        path(
            "pictures/care/results/",
            CareReportView.as_view(results_only=True),
            name="multimedia_care_report_results",
        ),
        path(
            "pictures/<int:image_id>/withdraw/", WithdrawView.as_view(), name="multimedia_withdraw"
        ),
    ]


class CareMenuItem(MenuItem):
    """Shown to those who may."""

    def is_shown(self, request):
        """Whether the user has the permission."""
        return request.user.has_perm(CARE_PERMISSION)


@hooks.register("register_reports_menu_item")
def report_menu_item():
    """Among the reports."""
    url = reverse("multimedia_care_report")
    return CareMenuItem(
        _("Pictures to care for"), url, name="pictures-care", icon_name="image", order=700
    )


@hooks.register("register_permissions")
def care_permission():
    """Offered among the permissions of a group."""
    return Permission.objects.filter(
        content_type__app_label="multimedia", codename=CARE_PERMISSION.partition(".")[2]
    )


@hooks.register("register_log_actions")
def log_actions(actions):
    """How the history calls it."""
    actions.register_action(WITHDRAW, _("Withdraw a picture"), _("Withdrew the picture"))
    actions.register_action(RESTORE, _("Show a picture again"), _("Showed the picture again"))


@hooks.register("construct_image_chooser_queryset")
def only_what_may_be_used(images, request):
    """Offer no picture that was withdrawn or whose consent has ended."""
    usable = Image.objects.filter(withdrawn_at__isnull=True)
    usable = usable.exclude(pk__in=ended_consents().values("pk"))
    # A search filters by indexed columns only, such as the key.
    return images.filter(pk__in=usable.values("pk"))


class EndedConsentsPanel(Component):
    """On the first page, while a picture is shown whose consent has ended."""

    name = "ended_consents"
    template_name = "multimedia/admin/ended_consents.html"
    order = 110

    def get_context_data(self, parent_context):
        """Add `count`: how many pictures."""
        user = parent_context["request"].user
        return {"count": ended_consents().count() if user.has_perm(CARE_PERMISSION) else 0}


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    """Above what Wagtail shows of its own."""
    panels.append(EndedConsentsPanel())
