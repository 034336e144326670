"""What letters add to the admin."""

from django.urls import path
from wagtail import hooks

from .directory import hooks as directory_hooks  # noqa: F401
from .editor.views import signatory_preview
from .pdf import admin  # noqa: F401 - connects its hooks
from .reconciliation import hooks as check_hooks  # noqa: F401
from .review import messages  # noqa: F401


@hooks.register("register_admin_urls")
def signatory_preview_url():
    """The preview of a list of names, for whoever may enter the admin."""
    return [path("letters/signatories/", signatory_preview, name="letters_signatory_preview")]
