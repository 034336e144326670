"""Release sets in the admin."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.choosers import GuardedChooserViewSet

from .actions.releasing import LOG_ACTION
from .actions.scheduling import unschedule
from .models import ReleaseSet


class ReleaseSetViewSet(SnippetViewSet):
    """Pages to be published together."""

    model = ReleaseSet
    icon = "calendar-check"
    list_display = ["name", "state", "go_live_at", "released_at"]
    list_filter = ["state"]
    search_fields = ["name"]
    menu_label = _("Release sets")
    chooser_viewset_class = GuardedChooserViewSet


register_snippet(ReleaseSetViewSet)


@hooks.register("after_edit_snippet")
def changed_set_is_not_scheduled(request, instance):
    """Who changes a set may not be who scheduled it, in whose name it would be released."""
    if isinstance(instance, ReleaseSet) and instance.state == ReleaseSet.State.SCHEDULED:
        unschedule(release_set=instance)
        messages.warning(request, _("The set was changed: schedule it again."))


@hooks.register("before_edit_snippet")
def released_set_stays(request, instance):
    """What was released is shown, not changed."""
    if isinstance(instance, ReleaseSet) and not instance.is_open:
        return redirect("translating_release", instance.pk)
    return None


@hooks.register("after_create_snippet")
def show_new_set(request, instance):
    """From the form of a new set to its page."""
    if isinstance(instance, ReleaseSet):
        return redirect("translating_release", instance.pk)
    return None


@hooks.register("register_snippet_listing_buttons")
def release_button(snippet, user, next_url=None):
    """From the list of sets to the page of one."""
    if isinstance(snippet, ReleaseSet):
        url = reverse("translating_release", args=[snippet.pk])
        yield Button(_("See and release"), url, icon_name="calendar-check", priority=5)


@hooks.register("register_log_actions")
def release_log_action(actions):
    """How the history tells of a release."""
    actions.register_action(LOG_ACTION, _("Release together"), _("Released together"))


@hooks.register("register_translating_menu_item")
def release_menu_item():
    """Beside the board."""
    return ReleaseSet.snippet_viewset.get_menu_item(order=400)
