"""What pictures and recordings add to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.choosers import GuardedChooserViewSet

from .care import admin, usage  # noqa: F401 - connect their hooks
from .models import Track
from .versions import admin as versions_admin  # noqa: F401 - likewise


class TrackViewSet(SnippetViewSet):
    """Captions, chapters and transcripts, each in one language."""

    model = Track
    icon = "openquote"
    list_display = ["recording", "kind", "language"]
    list_filter = ["language", "kind"]
    search_fields = ["recording__title"]
    add_to_admin_menu = True
    menu_label = _("Captions")
    menu_order = 310
    chooser_viewset_class = GuardedChooserViewSet


register_snippet(TrackViewSet)
