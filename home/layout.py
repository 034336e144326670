"""What stands around the content of every page: name, menu, languages, footer."""

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page, Site

from .languages import Language
from .models import HomePage, SiteSettings, SubSite


def absolute_url(url):
    """`url` with the address of the installation before it, unless it has one already."""
    return url if "://" in url else settings.BASE_URL + url


class Layout:
    """Read by templates as `layout`; each part is looked up only when a template asks."""

    def __init__(self, request, page=None):
        self.request = request
        self.page = page

    @cached_property
    def language(self):
        """The language of the page: that of its text, which for an alias is the original's."""
        if self.page:
            return Language(self.page.content_language)
        return Language(get_language() or settings.LANGUAGE_CODE)

    @cached_property
    def site(self):
        """The Wagtail `Site` that answers, or None while there is none."""
        return Site.find_for_request(self.request)

    @cached_property
    def settings(self):
        """The `SiteSettings` in the language of the page."""
        return SiteSettings.for_site(self.site, get_language())

    @cached_property
    def homes(self):
        """The published home pages of this site by language code."""
        if not self.site:
            return {}
        pages = (
            HomePage.objects.filter(translation_key=self.site.root_page.translation_key)
            .live()
            .filter(alias_of__isnull=True)
            .select_related("locale")
            .order_by("locale__language_code")
        )
        return {page.locale.language_code: page for page in pages}

    @cached_property
    def home(self):
        """The home page to lead to: in the language of the page, else in the default one."""
        return self.homes.get(get_language()) or self.homes.get(settings.LANGUAGE_CODE)

    @cached_property
    def menu(self):
        """The pages below the home page that editors chose to show in menus."""
        if not self.home:
            return []
        return list(self.home.get_children().live().public().in_menu().order_by("path"))

    @cached_property
    def breadcrumb(self):
        """The published pages above this one, from the home page down."""
        if not self.page or not self.page.path or self.page.depth <= 2:
            return []
        return list(self.page.get_ancestors().live().filter(depth__gte=2).order_by("depth"))

    @cached_property
    def translations(self):
        """The languages in which the page is published, as `Language`, by their codes.

        For an address that is no page (search, an error) these are the home pages.
        """
        if self.page and self.page.pk:
            pages = (
                Page.objects.filter(translation_key=self.page.translation_key)
                .live()
                .public()
                .filter(alias_of__isnull=True)
                .select_related("locale")
                .order_by("locale__language_code")
            )
        else:
            pages = self.homes.values()
        return [
            Language(
                code=page.locale.language_code,
                url=page.get_url(self.request) or "",
                current=page.locale.language_code == self.language.code,
            )
            for page in pages
        ]

    @cached_property
    def canonical_url(self):
        """The full address of the page, without any query string; empty for other addresses."""
        if not self.page or not self.page.pk:
            return ""
        url = self.page.get_url(self.request)
        return absolute_url(url) if url else ""

    @cached_property
    def alternates(self):
        """(code, full address) of each translation, with `x-default` for the default language."""
        pairs = [(language.code, absolute_url(language.url)) for language in self.translations]
        default = dict(pairs).get(settings.LANGUAGE_CODE)
        return [*pairs, ("x-default", default)] if default and self.canonical_url else pairs

    @cached_property
    def subsites(self):
        """The sub-sites, for the footer."""
        return SubSite.in_language(get_language())
