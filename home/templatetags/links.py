"""Addresses of other sites: to share a page on, to lead to."""

from urllib.parse import quote, urlencode, urlsplit

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# Plain links: nothing of these sites is loaded, and they learn of a reader only who follows one.
NETWORKS = [
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", None),
    ("X", "https://x.com/intent/post", "url", "text"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", "url", None),
    ("WhatsApp", "https://api.whatsapp.com/send", None, "text"),
    ("Telegram", "https://t.me/share/url", "url", "text"),
]


@register.inclusion_tag("components/share.html")
def share(title, url):
    """Links that pass on a page, given its title and full address."""
    links = [
        {"name": name, "url": f"{address}?{_query(url_key, text_key, title, url)}"}
        for name, address, url_key, text_key in NETWORKS
    ]
    mail = urlencode({"subject": title, "body": f"{title}\n\n{url}\n"}, quote_via=quote)
    return {"links": [*links, {"name": _("E-mail"), "url": f"mailto:?{mail}"}]}


def _query(url_key, text_key, title, url):
    query = {}
    if url_key:
        query[url_key] = url
    if text_key:
        query[text_key] = title if url_key else f"{title} {url}"
    return urlencode(query, quote_via=quote)


@register.filter
def domain(url):
    """Return the host of a full address without `www.`: `example.org`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
