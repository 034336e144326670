"""Asking for cards, and taking them away."""

from django.db import transaction

from sharing.models import Card

from .content import content_of, digest_of


@transaction.atomic
def request_card(page):
    """Have the card of a published `BasePage` made in the background, if it needs another.

    Whoever changes a page calls this in the same transaction. A card that says something
    else than the page goes at once. A draft, an alias and a type without cards have none.
    Returns whether a card is to be made.
    """
    content = content_of(page) if page.live and not page.alias_of_id else None
    if content is None:
        withdraw_cards([page.pk])
        return False
    digest = digest_of(content)
    card = Card.objects.select_for_update().filter(page_id=page.pk).first()
    if card and card.digest == digest:
        return False
    from sharing.tasks import build_card  # needs the settings of tasks, which models do not

    if card:
        card.delete_file()
    Card.objects.update_or_create(page_id=page.pk, defaults={"digest": digest, "file": ""})
    build_card.enqueue(page.pk)
    return True


def request_cards_of_text(page):
    """The same for a page and its translations, which show the numbers of their source."""
    request_card(page)
    translations = page.get_translations().live().filter(alias_of__isnull=True)
    for translation in translations:
        request_card(translation)


@transaction.atomic
def withdraw_cards(page_keys):
    """Take the cards of pages away, file and row."""
    for card in Card.objects.filter(page__in=page_keys):
        card.delete()
