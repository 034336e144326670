"""What the directory adds to the admin: addresses, buttons, the words of the history."""

from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from letters.models import Organisation, OrganisationName

from . import urls
from .admin import OrganisationViewSet
from .following import follow_names
from .merging import MERGE
from .unmerging import UNDO

register_snippet(OrganisationViewSet)


@hooks.register("register_admin_urls")
def directory_urls():
    """Merging, importing, exporting."""
    return [path("letters/organisations/", include(urls))]


@hooks.register("register_log_actions")
def directory_log_actions(actions):
    """How the history tells of merges."""
    actions.register_action(UNDO, _("Take a merge back"), _("Took a merge back"))

    @actions.register_action(MERGE)
    class MergeLogFormatter(LogFormatter):
        label = _("Merge organisations")

        def format_message(self, log_entry):
            return format_html(
                '{} <a href="{}">{}</a>',
                _("Merged with organisation {number}.").format(number=log_entry.data["removed"]),
                reverse("letters_undo_merge", args=[log_entry.pk]),
                _("Take the merge back"),
            )


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def signatures_follow(request, instance):
    """Texts that bear the names find the organisation, or lose it, at once."""
    if isinstance(instance, Organisation):
        names = OrganisationName.objects.filter(organisation=instance)
        keys = names.values_list("match_key", flat=True)
        follow_names(set(keys), organisations=[instance.pk])
