"""Search over published pages."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page
from wagtail.search.utils import parse_query_string

from .documents import documents_with

PAGE_SIZE = 20
MAX_LENGTH = 200


@require_safe
def search(request):
    """Published pages of the language being read that match `?q=`.

    Raises `Http404` for a page number that does not exist.
    """
    # NUL cannot be stored, so nothing with it can be found; PostgreSQL refuses it.
    query = request.GET.get("q", "").replace("\x00", "").strip()[:MAX_LENGTH]
    results = Paginator(_matches(query), PAGE_SIZE)
    try:
        entries = results.page(request.GET.get("page", 1))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404(_("There is no such page in this list.")) from error
    # Once, above the first part of the pages.
    documents = documents_with(query) if query and entries.number == 1 else []
    context = {"query": query, "entries": entries, "documents": documents}
    return render(request, "search/results.html", context)


def _matches(query):
    if not query:
        return []
    # The backend of SQLite cannot take a raw quotation mark: parse it into phrases first.
    _filters, parsed = parse_query_string(query, operator="and")
    pages = Page.objects.live().public().filter(locale=Locale.get_active()).specific()
    return pages.search(parsed)
