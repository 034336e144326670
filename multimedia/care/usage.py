"""Where a picture is used, in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.images.views.images import UsageView

from multimedia.forms import CARE_PERMISSION


class CarefulUsageView(UsageView):
    """Says above the list why the picture must not be shown, and where it is withdrawn."""

    def get(self, request, *args, **kwargs):
        """The list, below what is wrong."""
        buttons = []
        if request.user.has_perm(CARE_PERMISSION):
            address = reverse("multimedia_withdraw", args=[self.object.pk])
            buttons = [messages.button(address, _("Withdraw from everywhere"))]
        for obstacle in self.object.obstacles():
            messages.warning(request, obstacle, buttons=[] if self.object.withdrawn_at else buttons)
        return super().get(request, *args, **kwargs)


# In front of Wagtail's own, under the address that that has.
@hooks.register("register_admin_urls", order=-1)
def usage_address():
    """Of one picture."""
    return [path("images/usage/<int:image_id>/", CarefulUsageView.as_view())]
