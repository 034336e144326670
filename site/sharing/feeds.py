"""A feed for each list, narrowed down by the filters of the list."""

import hashlib
import re
import uuid
from datetime import UTC, datetime, time

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.facets import Filters
from home.layout import Layout, absolute_url
from home.models import IndexPage
from home.published import published_page

LENGTH = 20
# Of what bears no date, as Atom wants one.
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
# What XML 1.0 has no way to write.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Atom in which each entry says its language."""

    def item_attributes(self, item):
        """The language of an entry that differs from the feed's is marked for all of it."""
        return super().item_attributes(item) | {"xml:lang": item["language"]}


@require_safe
def list_feed(request, path):
    """The newest entries of the list at `path`; of its parameters only filters count."""
    page = published_page(request, path)
    if not isinstance(page, IndexPage) or not page.has_feed:
        raise Http404(_("There is no feed here."))
    filters = Filters([facet() for facet in page.facets], page.entries(), request.GET)
    entries = list(filters.results[:LENGTH])
    layout = Layout(request, page)
    feed = _feed_of(layout, filters)
    languages = _languages_of(entries)
    for entry in entries:
        _add(feed, entry, languages[entry.alias_of_id or entry.pk], layout)
    changed = max((item["updateddate"] for item in feed.items), default=page.last_published_at)
    feed.latest_post_date = lambda: changed or NO_TIME
    body = feed.writeString("utf-8").encode()
    headers = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Cache-Control": "public, no-cache",
        "X-Robots-Tag": "noindex",
    }
    if changed:
        headers["Last-Modified"] = http_date(changed.timestamp())
    response = HttpResponse(body, content_type="application/atom+xml", headers=headers)
    modified = changed and int(changed.timestamp())
    return get_conditional_response(
        request, etag=headers["ETag"], last_modified=modified, response=response
    )


def _feed_of(layout, filters):
    query = f"?{filters.query}" if filters.query else ""
    organisation = layout.settings.organisation_name
    chosen = [_label(group) for group in filters.groups] if filters.selected else []
    title = " – ".join(filter(None, [layout.page.title, *chosen, organisation]))
    return Feed(
        title=_legal(title),
        link=f"{layout.canonical_url}{query}",
        description=None,
        subtitle=_legal(layout.page.description) or None,
        language=layout.language.code,
        author_name=_legal(organisation),
        feed_url=f"{layout.canonical_url}feed.xml{query}",
        feed_guid=f"{layout.canonical_url}feed.xml{query}",
    )


def _label(group):
    """The chosen word of a filter; types come as lazy translations, which do not join."""
    return next((str(choice.label) for choice in group.choices if choice.selected), "")


def _languages_of(entries):
    """The language of each text by the key of the page it was written on, in one query."""
    keys = {entry.alias_of_id or entry.pk for entry in entries}
    return dict(Page.objects.filter(pk__in=keys).values_list("pk", "locale__language_code"))


def _add(feed, entry, language, layout):
    published = _moment(entry)
    feed.add_item(
        title=_legal(entry.title),
        link=absolute_url(entry.get_url(layout.request)),
        description=escape(_legal(entry.description)) or None,  # Django calls it HTML
        pubdate=published,
        updateddate=entry.last_published_at or published or NO_TIME,
        # The same text in the same language, wherever it moves.
        unique_id=uuid.uuid5(entry.translation_key, language).urn,
        author_name=None,
        language=language,
    )


def _moment(entry):
    """The day that stands on the text, as the moment at which it begins."""
    day = entry.published_on
    return datetime.combine(day, time(), UTC) if day else entry.first_published_at


def _legal(text):
    return ILLEGAL.sub("", str(text))
