"""The list of all pages for search engines."""

from collections import defaultdict

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models

from .layout import absolute_url

PAGE_SIZE = 5000
# Search engines read at most so many addresses of one list.
MOST = 50_000
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
    pages = pages.live().public().filter(alias_of__isnull=True)
    return pages.select_related("locale").order_by("path")


def page_types_with_more():
    """The page types that have addresses besides their own: those with a `get_sitemap_urls`
    of their own, Wagtail's hook for just that."""
    return [model for model in get_page_models() if "get_sitemap_urls" in vars(model)]


@require_safe
def sitemap(request):
    """`/sitemap.xml`: all pages, or where they are too many, the list of `?part=1`, 2, 3…

    A page with many addresses of its own has a part to itself, `?below=` its number.
    """
    types = page_types_with_more()
    parts = Paginator(published_pages().not_exact_type(*types).only(*FIELDS), PAGE_SIZE)
    larger = published_pages().exact_type(*types)
    if key := request.GET.get("below"):
        page = larger.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
        if page is None:
            raise Http404
        return _entries(request, _below(request, page))
    number = request.GET.get("part")
    if number is None and (addresses := _parts(request, parts, larger)):
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
    if number is None:
        entries += [entry for page in larger for entry in _below(request, page)]
    return _entries(request, entries)


def _parts(request, parts, larger):
    """The addresses of the parts; none where everything fits into one list."""
    listed = parts.count
    if listed <= PAGE_SIZE:
        listed += sum(len(_below(request, page)) for page in larger)
    if listed <= PAGE_SIZE:
        return []
    queries = [f"part={part}" for part in parts.page_range]
    queries += [f"below={page.pk}" for page in larger]
    return [absolute_url(f"/sitemap.xml?{query}") for query in queries]


def _below(request, page):
    """A page and all its addresses, as entries."""
    return [
        {"address": entry["location"], "changed": entry.get("lastmod")}
        for entry in page.specific.get_sitemap_urls(request)[:MOST]
    ]


def _entries(request, entries):
    return _xml(request, "sitemap.xml", {"entries": entries})


def _alternates(request, pages):
    """(language, address) of all translations of `pages`, by translation key; of pages in one
    language only, nothing. One query."""
    keys = Page.objects.filter(pk__in=pages.values("pk")).values("translation_key")
    found = defaultdict(list)
    for page in published_pages().filter(translation_key__in=keys).only(*FIELDS):
        if url := page.get_url(request):
            found[page.translation_key].append((page.locale.language_code, absolute_url(url)))
    several = {key: sorted(pairs) for key, pairs in found.items() if len(pairs) > 1}
    return defaultdict(list, several)


def _xml(request, template, context):
    response = render(request, template, context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex"
    return response
