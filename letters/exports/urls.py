"""Addresses below a signed page, before those of the pages themselves, which hold no dot."""

from django.urls import re_path

from .formats import FORMATS
from .views import signatories

urlpatterns = [
    re_path(
        rf"^(?P<path>(?:[\w\-]+/)+)signatories\.(?P<ending>{'|'.join(FORMATS)})$",
        signatories,
        name="signatories",
    ),
]
