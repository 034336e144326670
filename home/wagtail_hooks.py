"""What the admin shows of the whole site: settings, sub-sites and themes."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import not_ready, rich_text  # noqa: F401 - connect their hooks
from .models import SiteSettings, SubSite, Theme


class SiteSettingsViewSet(SnippetViewSet):
    """Name, contacts and footer."""

    model = SiteSettings
    icon = "cog"
    list_display = ["organisation_name", "site", "locale"]
    menu_label = _("Site settings")
    menu_order = 100
    add_to_settings_menu = True


class SubSiteViewSet(SnippetViewSet):
    """Sites beside this one."""

    model = SubSite
    icon = "site"
    list_display = ["name", "url", "sort_order", "locale"]
    search_fields = ["name"]


class ThemeViewSet(SnippetViewSet):
    """What texts are about."""

    model = Theme
    icon = "tag"
    list_display = ["name", "slug", "locale"]
    search_fields = ["name", "slug"]


register_snippet(SiteSettingsViewSet)
register_snippet(SubSiteViewSet)
register_snippet(ThemeViewSet)
