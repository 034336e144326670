"""What the desk adds to the admin: addresses, menu, permissions."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from . import glossary_admin, release_admin, unpublishing, urls  # noqa: F401 - connect their hooks
from .alias_views import SubmitPageView, convert_view
from .file_views import UploadView
from .languages import languages_of
from .reports import TranslationsReport
from .snippet_views import SnippetView
from .update_views import UpdateView


@hooks.register("register_admin_urls")
def desk_urls():
    """All pages of the desk."""
    return [path("translations/", include(urls))]


@hooks.register("register_admin_urls", order=-1)
def upload_url_of_the_editor():
    """The editor's own button for PO files leads to our preview too."""
    return [path("localize/translate/<int:number>/pofile/upload/", UploadView.as_view())]


@hooks.register("register_admin_urls", order=-1)
def update_url():
    """Bringing translations up to date publishes nothing past a review."""
    return [path("localize/update/<int:translation_source_id>/", UpdateView.as_view())]


@hooks.register("register_admin_urls", order=-1)
def alias_urls():
    """Between translations and aliases there is nothing that readers see at once."""
    return [
        path("localize/page/<int:page_id>/convert_to_alias/", convert_view),
        path("localize/submit/page/<int:page_id>/", SubmitPageView.as_view()),
    ]


@hooks.register("register_admin_urls", order=-1)
def snippet_urls():
    """Organisations, release sets and whatever else is no page are not told of to everybody."""
    kind = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [
        path(kind, SnippetView.as_view({"get": "list"})),
        path(f"{kind}<str:pk>/", SnippetView.as_view({"get": "retrieve"})),
    ]


@hooks.register("register_admin_urls", order=-1)
def report_urls():
    """In front of wagtail-localize's, under its names."""
    return [
        path("localize/reports/translations/", TranslationsReport.as_view()),
        path(
            "localize/reports/translations/results/", TranslationsReport.as_view(results_only=True)
        ),
    ]


class DeskMenuItem(SubmenuMenuItem):
    """Shown to whoever may edit pages in some language."""

    def is_shown(self, request):
        """Whether there is anything in it for the user."""
        return bool(languages_of(request.user)) and super().is_shown(request)


desk_menu = Menu(
    register_hook_name="register_translating_menu_item",
    construct_hook_name="construct_translating_menu",
)


@hooks.register("register_admin_menu_item")
def desk_menu_item():
    """In the main menu, below the pages."""
    return DeskMenuItem(
        _("Translations"), desk_menu, name="translations", icon_name="globe", order=150
    )


@hooks.register("register_translating_menu_item")
def board_menu_item():
    """The board."""
    return MenuItem(_("Board"), reverse("translating_board"), icon_name="table", order=100)


@hooks.register("register_translating_menu_item")
def work_menu_item():
    """The user's own list."""
    return MenuItem(_("My work"), reverse("translating_work"), icon_name="tasks", order=200)


@hooks.register("register_permissions")
def desk_permissions():
    """Assigning work, offered among the permissions of a group."""
    return Permission.objects.filter(
        content_type__app_label="translating", codename="add_assignment"
    )
