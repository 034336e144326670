"""Cards follow their pages, in the transaction that changes them."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, get_page_models

from home.models import BasePage
from sharing.models import Card

from .requests import request_cards_of_text, withdraw_cards

# Saving one of these alone changes what a card says; a saved draft writes none of them.
SHOWN = {"live", "title", "kind", "signatories", "anonymous_count"}


def page_types():
    """The types of pages that have cards."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model.card_text is not BasePage.card_text
    ]


def connect():
    """Follow the pages. `post_save` is sent within the transaction of `Page.save`."""
    for model in page_types():
        post_save.connect(page_saved, sender=model, dispatch_uid=f"card of {model.__name__}")
    post_save.connect(plain_page_saved, sender=Page, dispatch_uid="card of a page")
    post_delete.connect(card_deleted, sender=Card, dispatch_uid="file of a card")


def page_saved(instance, raw=False, update_fields=None, **kwargs):
    """Make or take the card."""
    if raw or (update_fields is not None and SHOWN.isdisjoint(update_fields)):
        return
    if update_fields is not None:
        # What the instance holds besides these fields may be a draft.
        instance = type(instance).objects.get(pk=instance.pk)
    request_cards_of_text(instance)


def plain_page_saved(instance, raw=False, **kwargs):
    """Take the card of a page that is unpublished without its type being known."""
    if not raw and not instance.live:
        withdraw_cards([instance.pk])


def card_deleted(instance, **kwargs):
    """A row that goes takes its file with it."""
    instance.delete_file()
