"""What search engines are told of a page, in the words of schema.org."""

import json

from django.templatetags.static import static
from django.utils.translation import gettext as _

from .layout import absolute_url

# In a script element these would end it, or be read as something else.
UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def as_json(data):
    """`data` as JSON that may stand within a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def graph(layout, picture=""):
    """All that is said of the page of a `Layout` (a dict): what its type says of itself in
    `structured_data`, what holds for every page, and the way to it.

    `picture` is the full address of the picture that is shown where the page is shared.
    """
    home = layout.page.is_home
    page = layout.page.structured_data() | {
        "url": layout.canonical_url,
        "inLanguage": layout.language.code,
        "image": picture,
        "publisher": _organisation(layout, whole=home),
    }
    if "headline" in page:
        page["author"] = _organisation(layout)
    things = [_without_empty(page)]
    if layout.breadcrumb:
        things.append(_breadcrumb(layout))
    return {"@context": "https://schema.org", "@graph": things}


def _organisation(layout, *, whole=False):
    """Who publishes the site; on its home page with everything that is public of it."""
    settings = layout.settings
    found = {
        "@type": "Organization",
        "name": settings.organisation_name,
        "url": absolute_url(layout.home_url),
    }
    if whole:
        found |= {
            "alternateName": settings.short_name,
            "email": settings.email,
            "logo": absolute_url(static("icons/touch.png")),
            "sameAs": [account.value["address"] for account in settings.social_addresses],
        }
    return _without_empty(found)


def _breadcrumb(layout):
    above = [
        {"name": page.title if place else _("Home"), "item": absolute_url(url)}
        for place, page in enumerate(layout.breadcrumb)
        if (url := page.get_url(layout.request))
    ]
    steps = [*above, {"name": layout.page.title}]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **step}
            for position, step in enumerate(steps, start=1)
        ],
    }


def _without_empty(data):
    return {name: value for name, value in data.items() if value}
