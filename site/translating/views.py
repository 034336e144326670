"""What all pages of the desk share."""

from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class DeskView(WagtailAdminTemplateMixin, View):
    """A page of the translators' desk in the admin."""

    header_icon = "globe"

    def answer(self, name, *, status=200, **context):
        """Show one of our templates."""
        self.template_name = f"translating/admin/{name}.html"
        return self.render_to_response(self.get_context_data(**context), status=status)

    def get_breadcrumbs_items(self):
        """Home, the board, this page."""
        from django.urls import reverse
        from django.utils.translation import gettext as _

        board = {"url": reverse("translating_board"), "label": _("Translations")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, board, here]
