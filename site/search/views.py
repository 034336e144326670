"""Search over published pages."""

from collections import defaultdict
from itertools import chain

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page
from wagtail.search.utils import parse_query_string

from home.originals import untranslated
from home.visibility import without_private

from .documents import documents_with

PAGE_SIZE = 20
MAX_LENGTH = 200
# Of pages that are there in other languages only.
MOST_ELSEWHERE = 20


@require_safe
def search(request):
    """Published pages of the language being read that match `?q=`, below them untranslated ones.

    Raises `Http404` for a page number that does not exist.
    """
    query = request.GET.get("q", "").strip()[:MAX_LENGTH]
    here = Locale.get_active()
    results = Paginator(_search(query, Q(locale=here)), PAGE_SIZE)
    try:
        entries = results.page(request.GET.get("page", 1))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404(_("There is no such page in this list.")) from error
    # Once, above the first part of the pages.
    documents = documents_with(query, here) if query and entries.number == 1 else []
    # Below the last part.
    found = _search(query, ~Q(locale=here) & untranslated(here.pk))
    elsewhere = [] if entries.has_next() else list(found[:MOST_ELSEWHERE])
    entries.object_list = list(entries.object_list)
    _make_specific(entries.object_list, elsewhere)
    context = {"query": query, "entries": entries, "documents": documents, "elsewhere": elsewhere}
    return render(request, "search/results.html", context)


def _search(query, wanted):
    """The published pages among those `wanted` (a `Q`) with all words of `query`."""
    if not query:
        return []
    # The backend of SQLite cannot take a raw quotation mark: parse it into phrases first.
    _filters, parsed = parse_query_string(query, operator="and")
    # The search itself filters by indexed columns only, such as the key.
    pages = without_private(Page.objects.live().filter(wanted)).order_by()
    return Page.objects.filter(pk__in=pages.values("pk")).search(parsed)


def _make_specific(*lists):
    """Replace the pages in lists by what they are, with one query for each type."""
    keys = defaultdict(set)
    for page in chain(*lists):
        keys[page.specific_class or Page].add(page.pk)
    specific = {}
    for model, wanted in keys.items():
        specific |= model.objects.select_related("alias_of__locale").in_bulk(wanted)
    for pages in lists:
        pages[:] = [specific[page.pk] for page in pages]
