"""The list of all pages for search engines."""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from wagtail.models import Page, Site

from .layout import absolute_url


class PagesSitemap(Sitemap):
    """Every published page of every site of the installation, in every language."""

    limit = 2000

    def items(self):
        """The pages below the home pages of all sites in all languages."""
        roots = Page.objects.filter(
            translation_key__in=Site.objects.values("root_page__translation_key")
        )
        pages = Page.objects.none()
        for root in roots:
            pages |= Page.objects.descendant_of(root, inclusive=True)
        return (
            pages.live()
            .public()
            .filter(alias_of__isnull=True)
            .order_by("path")
            .only("path", "url_path", "latest_revision_created_at", "last_published_at", "locale")
            .select_related("locale")
        )

    def _location(self, item, force_lang_code=None):
        return item.get_url() or ""

    def lastmod(self, item):
        """When the page was last published (`datetime.datetime`)."""
        return item.last_published_at

    def get_urls(self, page=1, site=None, protocol=None):
        """The entries of one part of the list, with full addresses."""
        return [
            {
                "item": item,
                "location": absolute_url(item.get_url() or "/"),
                "lastmod": item.last_published_at,
                "changefreq": None,
                "priority": "",
                "alternates": [],
            }
            for item in self.paginator.page(page).object_list
        ]


def sitemap(request):
    """`/sitemap.xml`."""
    return sitemap_view(request, sitemaps={"pages": PagesSitemap()})
