"""Addresses of PDFs, before those of the pages themselves, which hold no dot."""

from django.urls import re_path

from .views import NAMES, page_pdf

urlpatterns = [
    re_path(
        rf"^(?P<path>(?:[\w\-]+/)+)(?P<name>{'|'.join(NAMES)})\.pdf$", page_pdf, name="page_pdf"
    ),
]
