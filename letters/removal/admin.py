"""What removing a signatory adds to the admin: address, menu, links, permission, history."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from letters.receivers import SIGNED_PAGES

from .actions import LOG_ACTION
from .views import PERMISSION, RemovalView


@hooks.register("register_admin_urls")
def removal_url():
    """The only address; it never holds a name."""
    return [path("letters/remove/", RemovalView.as_view(), name="letters_remove_signatory")]


class RemovalMenuItem(MenuItem):
    """Shown to those who may."""

    def is_shown(self, request):
        """Whether the user has the permission."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_settings_menu_item")
def removal_menu_item():
    """In the menu of settings."""
    url = reverse("letters_remove_signatory")
    return RemovalMenuItem(
        _("Remove a signatory"), url, name="remove-signatory", icon_name="bin", order=900
    )


@hooks.register("register_page_header_buttons")
def removal_page_button(page, user, view_name, next_url=None):
    """Among the actions of a statement or letter."""
    if page.specific_class in SIGNED_PAGES and user.has_perm(PERMISSION):
        url = f"{reverse('letters_remove_signatory')}?page={page.pk}"
        yield Button(_("Remove a signatory"), url, icon_name="bin", priority=90)


@hooks.register("register_permissions")
def removal_permission():
    """Offered among the permissions of a group."""
    return Permission.objects.filter(
        content_type__app_label="letters", codename=PERMISSION.partition(".")[2]
    )


@hooks.register("register_log_actions")
def removal_log_action(actions):
    """How the history tells of it: never with the name."""

    @actions.register_action(LOG_ACTION)
    class RemovalLogFormatter(LogFormatter):
        label = _("Remove a signatory")

        def format_message(self, log_entry):
            data = log_entry.data
            if "names" in data:
                return _(
                    "Removed a signatory: %(names)s in the text, %(revisions)s in versions"
                ) % {"names": data["names"], "revisions": data["revisions"]}
            return _("Removed a signatory from %(pages)s pages") % {"pages": data.get("pages", 0)}
