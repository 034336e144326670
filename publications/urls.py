"""Addresses below a publication, before those of the pages themselves, which hold no dot."""

from django.urls import re_path

from .citations.views import FORMATS, citation

urlpatterns = [
    re_path(
        rf"^(?P<path>(?:[\w\-]+/)+)citation\.(?P<ending>{'|'.join(FORMATS)})$",
        citation,
        name="citation",
    ),
]
