"""The card of a page, for its templates."""

from dataclasses import dataclass

from django import template

from home.layout import absolute_url
from sharing.cards.making import HEIGHT, WIDTH
from sharing.models import Card

register = template.Library()


@dataclass(frozen=True)
class SharedCard:
    """What the head of a page says of its card; like a rendition of a picture."""

    full_url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


@register.simple_tag(takes_context=True)
def card_of(context, page):
    """The card (`SharedCard`) of a published page, or None. Called in the page's language."""
    text = page.card_text() if page.pk and page.live else None
    if text is None or not _has_card(context["layout"], page):
        return None
    organisation = context["layout"].settings.organisation_name
    words = [text.kind, text.title, text.note, organisation]
    address = context["layout"].canonical_url
    return SharedCard(f"{absolute_url(address)}card.png", " – ".join(filter(None, words)))


def _has_card(layout, page):
    shown = layout.shown_page
    if shown is None:  # an alias of a page elsewhere
        return Card.objects.for_page(page) is not None
    card = getattr(shown, "shared_card", None)
    return bool(card and card.file)
