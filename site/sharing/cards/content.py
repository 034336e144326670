"""What stands on the card of a page: plain data, in the language of the page."""

import hashlib
import json
from pathlib import Path

import typst
from django.utils.translation import override
from wagtail.models import Site

from home.models import SiteSettings
from letters.pdf.styles import Styles

TEMPLATE = Path(__file__).with_name("card.typ")


def content_of(page):
    """What the card of a `BasePage` says (a dict for the template), or None without a card."""
    language = page.content_language
    with override(language):
        text = page.card_text()
    if text is None:
        return None
    styles = Styles(language)
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    organisation = SiteSettings.for_site(site, language).organisation_name
    lines = {
        "title": text.title,
        "kind": text.kind,
        "note": text.note,
        "organisation": organisation,
    }
    data = {name: styles.line(line) for name, line in lines.items()}
    return data | {"leading": styles.metrics.leading, "styles": styles.used}


def digest_of(content):
    """A fingerprint: equal ones mean equal cards."""
    text = json.dumps([content, typst.__version__], sort_keys=True)
    return hashlib.sha256(text.encode() + TEMPLATE.read_bytes()).hexdigest()
