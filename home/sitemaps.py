"""The list of all pages for search engines."""

from collections import defaultdict

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from .layout import absolute_url

# Search engines read at most 50,000 addresses of one list.
PAGE_SIZE = 5000
FIELDS = ("path", "depth", "url_path", "last_published_at", "translation_key", "locale")


def published_pages():
    """Every published page of every site of the installation, in every language, by path.

    Aliases are left out: they show the text of another page.
    """
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
        .select_related("locale")
        .only(*FIELDS)
        .order_by("path")
    )


@require_safe
def sitemap(request):
    """`/sitemap.xml`: all pages, or where they are too many, the list of `?part=1`, 2, 3…"""
    parts = Paginator(published_pages(), PAGE_SIZE)
    number = request.GET.get("part")
    if number is None and parts.num_pages > 1:
        addresses = [absolute_url(f"/sitemap.xml?part={part}") for part in parts.page_range]
        return _xml(request, "sitemap_index.xml", {"addresses": addresses})
    try:
        pages = parts.page(number or 1)
    except InvalidPage as error:
        raise Http404 from error
    alternates = _alternates(request, pages.object_list)
    entries = [
        {
            "address": absolute_url(url),
            "changed": page.last_published_at,
            "alternates": alternates[page.translation_key],
        }
        for page in pages
        if (url := page.get_url(request))
    ]
    return _xml(request, "sitemap.xml", {"entries": entries})


def _alternates(request, pages):
    """(language, address) of all translations of `pages`, by translation key; of pages in one
    language only, nothing. One query."""
    keys = Page.objects.filter(pk__in=pages.values("pk")).values("translation_key")
    found = defaultdict(list)
    for page in published_pages().filter(translation_key__in=keys):
        if url := page.get_url(request):
            found[page.translation_key].append((page.locale.language_code, absolute_url(url)))
    several = {key: sorted(pairs) for key, pairs in found.items() if len(pairs) > 1}
    return defaultdict(list, several)


def _xml(request, template, context):
    response = render(request, template, context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex"
    return response
