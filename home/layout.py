"""What stands around the content of every page: name, menu, languages, footer."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page, Site

from .embargo import embargoed_until
from .languages import Language
from .models import SiteSettings, SubSite
from .visibility import without_private


def absolute_url(url):
    """`url` with the address of the installation before it, unless it has one already."""
    return url if "://" in url else settings.BASE_URL + url


@dataclass(frozen=True)
class MenuItem:
    """A link to a page. `current` is a value for `aria-current`, empty elsewhere."""

    title: str
    url: str
    current: str = ""
    language: str = ""  # of the title; empty where it is that of the page around the link


class Layout:
    """Read by templates as `layout`; each part is looked up only when a template asks."""

    # The filters of a list that has a feed, as a query string; None on any other page.
    feed_query = None

    def __init__(self, request, page=None):
        self.request = request
        self.page = page
        self.has_picture = False  # the first picture of a page sets it, and is not loaded late

    @cached_property
    def language(self):
        """The language of the page: that of its text, which for an alias is the original's.

        Where there is no page (search, an error) the language of the address, unless the
        site has no home page in it: then nothing around would be in that language either.
        """
        if self.page:
            self._fill_in_locale()
            return Language(self.page.content_language)
        code = get_language() or settings.LANGUAGE_CODE
        if code in self.homes or settings.LANGUAGE_CODE not in self.homes:
            return Language(code)
        return Language(settings.LANGUAGE_CODE)

    @cached_property
    def site(self):
        """The Wagtail `Site` that answers, or None while there is none."""
        return Site.find_for_request(self.request)

    @cached_property
    def settings(self):
        """The `SiteSettings` in the language of the page."""
        return SiteSettings.for_site(self.site, get_language())

    @property
    def settings_language(self):
        """The code of the language the settings are in: the default one where not translated."""
        return self.settings.locale.language_code if self.settings.pk else self.language.code

    @cached_property
    def homes(self):
        """The published home pages of this site by language code."""
        return {
            page.locale.language_code: page
            for page in self._translations_of(self.site and self.site.root_page)
        }

    @cached_property
    def home(self):
        """The home page to lead to: in the language of the page, else in the default one."""
        return self.homes.get(get_language()) or self.homes.get(settings.LANGUAGE_CODE)

    @cached_property
    def home_url(self):
        """The address that the name in the header leads to."""
        return (self.home and self.home.get_url(self.request)) or "/"

    @cached_property
    def menu(self):
        """The pages below the home page that editors chose to show in menus."""
        if not self.home:
            return []
        pages = self._pages
        if not self._is_below_home:
            pages = self.home.get_children().live().in_menu().order_by("path")
            pages = without_private(pages).only(*self._fields).select_related("locale")
        return [
            MenuItem(page.title, page.get_url(self.request) or "", self._current(page))
            for page in pages
            if page.is_child_of(self.home) and page.show_in_menus
        ]

    @property
    def _is_below_home(self):
        """Whether the page stands in the tree of the home page that the menu is of."""
        return bool(self.page and self.page.path and self.page.path.startswith(self.home.path))

    def _current(self, page):
        if not self.page or not self.page.path or not self.page.path.startswith(page.path):
            return ""
        return "page" if self.page.pk == page.pk else "true"

    @property
    def title(self):
        """What the browser calls the page: its title and the name of the site."""
        site = self.settings
        page_title = self.page and (self.page.seo_title or self.page.title)
        if not page_title or page_title in (site.organisation_name, site.short_name):
            return " – ".join(filter(None, [site.organisation_name, site.tagline]))
        return f"{page_title} – {site.short_name}"

    @property
    def description(self):
        """One or two plain sentences about the page, else about the site."""
        return (self.page and self.page.description) or self.settings.tagline

    @cached_property
    def breadcrumb(self):
        """The published pages above this one, from the home page down."""
        above = set(self._paths_above)
        return sorted(
            (page for page in self._pages if page.path in above), key=lambda page: page.path
        )

    @cached_property
    def translations(self):
        """The languages in which the page is published, as `Language`, by their codes.

        For an address that is no page (search, an error) these are the home pages.
        """
        if self.page and self.page.pk:
            pages = self._translations_of(self.page)
        else:
            pages = self.homes.values()
        return [
            Language(
                code=page.locale.language_code,
                url=url,
                current=page.locale.language_code == self.language.code,
            )
            for page in pages
            if (url := page.get_url(self.request))
        ]

    @cached_property
    def canonical_url(self):
        """The full address of the page, without any query string; empty for other addresses."""
        if not self.page or not self.page.pk:
            return ""
        url = self.page.get_url(self.request)
        return absolute_url(url) if url else ""

    @property
    def feed_url(self):
        """The full address of the feed of this list as it is narrowed down; else empty."""
        if self.feed_query is None or not self.canonical_url:
            return ""
        query = f"?{self.feed_query}" if self.feed_query else ""
        return f"{self.canonical_url}feed.xml{query}"

    @cached_property
    def alternates(self):
        """(code, full address) of each translation, with `x-default` for the default language."""
        pairs = [(language.code, absolute_url(language.url)) for language in self.translations]
        default = dict(pairs).get(settings.LANGUAGE_CODE)
        return [*pairs, ("x-default", default)] if default and self.canonical_url else pairs

    @property
    def preview_embargo(self):
        """In a preview, until when this version of the page is kept back; else None."""
        previewed = self.page and getattr(self.request, "is_preview", False)
        return embargoed_until(self.page) if previewed else None

    @cached_property
    def behind(self):
        """The page (`Page`) whose words changed since it was translated into this one, or None.

        Its `changed_at` says when; see `home.source_texts`.
        """
        own = next((p for p in self._pages if self.page and p.pk == self.page.pk), None)
        source = own and min(self._translations_of(own), key=lambda page: page.pk, default=None)
        if not source or own.alias_of_id or not own.words or not source.words:
            return None
        return source if own.words != source.words else None

    @cached_property
    def subsites(self):
        """The sub-sites, for the footer."""
        return SubSite.in_language(get_language())

    @cached_property
    def footer_pages(self):
        """The pages for contact and privacy as `MenuItem`, by these two words.

        Each in the language of the page, else in the default language; none where it is
        not published.
        """
        items = {}
        chosen = {"contact": self.settings.contact_page, "privacy": self.settings.privacy_page}
        for name, page in chosen.items():
            found = {page.locale.language_code: page for page in self._translations_of(page)}
            page = found.get(get_language()) or found.get(settings.LANGUAGE_CODE)
            if page:
                url = page.get_url(self.request) or ""
                items[name] = MenuItem(page.title, url, language=page.locale.language_code)
        return items

    # One query for all pages that are named around the content.

    _fields = (
        *("title", "path", "depth", "numchild", "url_path", "show_in_menus"),
        *("translation_key", "alias_of_id", "locale__language_code"),
        # What `sharing` keeps of a page; a query of its own would be one too many.
        *("shared_card__page", "shared_card__file"),
    )

    @cached_property
    def _pages(self):
        named = [self.page, self.settings.contact_page, self.settings.privacy_page]
        named.append(self.site and self.site.root_page)
        keys = {page.translation_key for page in named if page}
        wanted = Q(translation_key__in=keys) | Q(path__in=self._paths_above)
        if self.page and self.page.path:
            # The menu, if this is the home page that it is of.
            home = self.page.path[: 2 * Page.steplen]
            wanted |= Q(path__startswith=home, depth=3, show_in_menus=True)
        pages = without_private(Page.objects.filter(wanted).live()).annotate(
            changed_at=F("source_text__changed_at"), words=F("source_text__digest")
        )
        pages = pages.only(*self._fields).select_related("locale", "shared_card")
        return list(pages.order_by("path"))

    def _fill_in_locale(self):
        """Give the page the locale that was found with all the others, to save a query."""
        for found in self._pages:
            if found.pk == self.page.pk:
                self.page.locale = found.locale

    @property
    def shown_page(self):
        """The published page whose text this is, an alias' original too; None if it is not
        among those looked up for the layout."""
        shown = self.page.alias_of_id or self.page.pk
        return next((page for page in self._pages if page.pk == shown), None)

    @property
    def _paths_above(self):
        path = (self.page and self.page.path) or ""
        step = Page.steplen
        return [path[:end] for end in range(2 * step, len(path), step)]

    def _translations_of(self, page):
        """The published pages that say the same as `page`, by language; aliases left out."""
        pages = [
            other
            for other in self._pages
            if page and other.translation_key == page.translation_key and not other.alias_of_id
        ]
        return sorted(pages, key=lambda other: other.locale.language_code)
