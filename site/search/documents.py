"""Search in the files of publications: on which page of which file."""

import re
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import CollectionViewRestriction
from wagtail.search.backends import get_search_backend
from wagtail.search.utils import parse_query_string

from home.originals import each_once
from home.visibility import without_private
from publications.models import DocumentPage, PublicationFile, PublicationPage
from publications.reading.tokens import query_of

MOST_DOCUMENTS = 10
PAGES_SHOWN = 3
MOST_HITS = 100
AROUND = 90
# A sentence without spaces becomes a word for every two letters. PostgreSQL is asked for
# words one inside the other: a hundred and more are too deep for Python.
MOST_WORDS = 50


@dataclass(frozen=True)
class FoundPage:
    """A page of a file with the words: what stands before the first of them, and after."""

    number: int
    url: str
    before: str
    word: str
    after: str


@dataclass
class Found:
    """A file in which words were found, and the publication that offers it."""

    publication: PublicationPage
    language: str
    pages: list = field(default_factory=list)
    more: int = 0


def documents_with(query, locale):
    """The files (`Found`) of published publications with all words of `query` on one page.

    The best first; each publication in `locale`, else as it was written."""
    publications, files = _publications(locale), _files()
    offered = files.filter(page__translation_key__in=publications.values("translation_key"))
    words = query_of(query).split()[:MOST_WORDS]
    _filters, parsed = parse_query_string(" ".join(words), operator="and")
    pages = DocumentPage.objects.filter(document__in=offered.values("document"))
    hits = list(get_search_backend().search(parsed, pages)[:MOST_HITS])
    file_of = {
        file.document_id: file
        for file in offered.filter(document__in={page.document_id for page in hits})
    }
    keys = {file.page.translation_key for file in file_of.values()}
    publication_of = {
        page.translation_key: page for page in publications.filter(translation_key__in=keys)
    }
    found = {}
    for page in hits:
        file = file_of[page.document_id]
        if page.document_id not in found:
            publication = publication_of[file.page.translation_key]
            found[page.document_id] = Found(publication, file.language)
        _add(found[page.document_id], page, file.document.url, query)
    return list(found.values())[:MOST_DOCUMENTS]


def _publications(locale):
    """The publications that everybody may see."""
    pages = PublicationPage.objects.live().filter(each_once(locale.pk)).order_by()
    fields = ("title", "url_path", "translation_key", "path", "locale", "alias_of")
    return without_private(pages).only(*fields)


def _files():
    """The files of publications, but for those in private collections."""
    private = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(document__collection__path__startswith=path)
    files = PublicationFile.objects.offered().exclude(private).order_by()
    return files.select_related("document", "page").only(
        "language", "document__file", "page__translation_key"
    )


def _add(found, page, url, query):
    if len(found.pages) == PAGES_SHOWN:
        found.more += 1
        return
    before, word, after = excerpt(page.text, query)
    found.pages.append(FoundPage(page.number, f"{url}#page={page.number}", before, word, after))


def excerpt(text, query):
    """What stands around the first word of `query` that is in `text`: before, word, after."""
    text = " ".join(text.split())
    words = sorted(re.findall(r"[^\s\"]+", query), key=len, reverse=True)
    places = [found for word in words if (found := re.search(re.escape(word), text, re.IGNORECASE))]
    if not places:
        return "", "", f"{text[: 2 * AROUND]}…"
    first, last = places[0].span()
    start, end = max(0, first - AROUND), last + AROUND
    before = ("…" if start else "") + text[start:first]
    return before, text[first:last], text[last:end] + ("…" if end < len(text) else "")
