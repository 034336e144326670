"""Addresses of this app, before those of pages, which hold no dot."""

from django.urls import path

from .mastodon import share_on_mastodon

urlpatterns = [
    path("share/mastodon/", share_on_mastodon, name="share_on_mastodon"),
]
