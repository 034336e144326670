"""What the tests of the demo ask of it."""

import io
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from PIL import Image


def run(*args):
    """Run the command; returns what it printed."""
    output = io.StringIO()
    call_command("load_demo", *args, stdout=output)
    return output.getvalue()


def small_drawings(names):
    """One small picture in place of each drawing, which takes most of the time."""
    file = io.BytesIO()
    Image.new("RGB", (300, 200)).save(file, "WEBP")
    return {name: file.getvalue() for name in names}


def small_reports(reports):
    """The smallest PDF in place of each report."""
    return dict.fromkeys(reports, b"%PDF-1.4\n%%EOF\n")


def census():
    """How many rows every table has, without logs and what the search keeps.

    Nor what is known of the words of the home page, which stays when the demo goes.
    """
    own = ("home", "letters", "multimedia", "publications", "taggit", "wagtail_localize")
    models = [model for model in apps.get_models() if model._meta.app_label in own]
    models.remove(apps.get_model("home", "SourceText"))
    models += [apps.get_model("wagtailcore", name) for name in ("Page", "Locale", "Collection")]
    return {model._meta.label: model._default_manager.count() for model in models}


def files():
    """The uploaded files."""
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def page(address, language="en"):
    """The demo's page of that address."""
    slug = address.rpartition("/")[2]
    pages = apps.get_model("wagtailcore", "Page").objects
    return pages.get(slug=slug, locale__language_code=language).specific


def letters(language="en"):
    """All letters in a language, newest first."""
    return apps.get_model("letters", "OpenLetterPage").objects.filter(
        locale__language_code=language
    )
