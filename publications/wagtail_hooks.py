"""What publications add to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Series


class SeriesViewSet(SnippetViewSet):
    """Series of publications."""

    model = Series
    icon = "list-ol"
    menu_label = _("Series")
    list_display = ["name", "language", "issn"]
    search_fields = ["name"]


register_snippet(SeriesViewSet)
