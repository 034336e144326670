"""Addresses of this app, before those of pages, which hold no dot."""

from django.urls import path, re_path

from .cards.views import page_card
from .feeds import list_feed
from .mastodon import share_on_mastodon

urlpatterns = [
    path("share/mastodon/", share_on_mastodon, name="share_on_mastodon"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)card\.png$", page_card, name="page_card"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)feed\.xml$", list_feed, name="list_feed"),
]
