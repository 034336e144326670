"""The address of old wordings, below a signed page, which has no pages of its own below it."""

from django.urls import re_path

from .views import old_wordings

urlpatterns = [
    re_path(r"^(?P<path>(?:[\w\-]+/)+)corrections/$", old_wordings, name="old_wordings"),
]
