"""Addresses of other sites: to share a page on, to lead to."""

from urllib.parse import quote, unquote, urlencode, urlsplit

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language_from_path, override

register = template.Library()

# Plain links: nothing of these sites is loaded, and they learn of a reader only who follows one.
NETWORKS = [
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", None),
    ("X", "https://x.com/intent/post", "url", "text"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", "url", None),
    ("WhatsApp", "https://api.whatsapp.com/send", None, "text"),
    ("Telegram", "https://t.me/share/url", "url", "text"),
    ("Bluesky", "https://bsky.app/intent/compose", None, "text"),
]


@register.inclusion_tag("components/share.html")
def share(title, url):
    """Links that pass on a page, given its title and full address."""
    links = [
        {"name": name, "url": f"{address}?{_query(url_key, text_key, title, url)}"}
        for name, address, url_key, text_key in NETWORKS
    ]
    mail = urlencode({"subject": title, "body": f"{title}\n\n{url}\n"}, quote_via=quote)
    return {
        "links": links,
        "mastodon_url": _mastodon(url),
        "mail_url": f"mailto:?{mail}",
        "title": title,
        "url": url,
        "message": shared_message(title, url),
    }


def shared_message(title, url):
    """Title and address as one line to paste."""
    return f"{title} {url}"


def _mastodon(url):
    """Everybody there has another server: a page of ours asks for it."""
    path = urlsplit(url).path
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return f"{reverse('share_on_mastodon')}?{urlencode({'page': unquote(path)}, safe='/')}"


def _query(url_key, text_key, title, url):
    query = {}
    if url_key:
        query[url_key] = url
    if text_key:
        query[text_key] = title if url_key else shared_message(title, url)
    return urlencode(query, quote_via=quote)


@register.filter
def domain(url):
    """Return the host of a full address without `www.`: `example.org`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
