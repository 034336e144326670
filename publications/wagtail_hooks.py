"""What publications add to the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Series
from .reading.cleaning import LOGGED
from .reading.views import accept_title, clean, read_again
from .versions import admin  # noqa: F401 - connects its hooks


class SeriesViewSet(SnippetViewSet):
    """Series of publications."""

    model = Series
    icon = "list-ol"
    menu_label = _("Series")
    list_display = ["name", "language", "issn"]
    search_fields = ["name"]


register_snippet(SeriesViewSet)


@hooks.register("register_admin_urls")
def reading_urls():
    """What an editor does about what was found in a document."""
    return [
        path("publications/documents/<int:pk>/clean/", clean, name="publications_clean_document"),
        path(
            "publications/documents/<int:pk>/title/", accept_title, name="publications_accept_title"
        ),
        path("publications/documents/<int:pk>/again/", read_again, name="publications_read_again"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions):
    """How the history tells of it."""
    actions.register_action(
        LOGGED, _("Take names out of a file"), _("Took the names out of the file")
    )
