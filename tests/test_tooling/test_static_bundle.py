import gzip
import os
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from config.staticfiles import IMPORT

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "site" / "static" / "css"


def collect(folder, source):
    """Collect what lies in `source`; return the stylesheet as visitors get it."""
    production = {"staticfiles": {"BACKEND": "config.staticfiles.BundledStaticFilesStorage"}}
    with override_settings(
        STORAGES=production,
        STATIC_ROOT=folder,
        STATICFILES_DIRS=[source],
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        return folder / staticfiles_storage.stored_name("css/site.css")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    return collect(tmp_path_factory.mktemp("static"), ROOT / "site" / "static")


def test_every_import_has_the_form_that_is_inlined():
    text = (CSS / "site.css").read_text()
    assert len(IMPORT.findall(text)) == text.count("@import") > 0


def test_visitors_get_one_stylesheet_with_all_parts(collected):
    text = collected.read_text()
    assert "@import" not in text
    for match in IMPORT.finditer((CSS / "site.css").read_text()):
        assert f"@layer {match['layer']} {{" in text


def test_name_changes_with_the_content_and_a_compressed_copy_lies_beside(collected):
    assert collected.name != "site.css"
    copy = collected.with_name(collected.name + ".gz")
    assert gzip.decompress(copy.read_bytes()) == collected.read_bytes()


def test_a_change_in_a_part_alone_reaches_visitors(tmp_path):
    css = tmp_path / "source" / "css"
    css.mkdir(parents=True)
    (css / "site.css").write_text('@import url("part.css") layer(parts);')
    (css / "part.css").write_text("p { color: red }")
    first = collect(tmp_path / "static", css.parent)
    (css / "part.css").write_text("p { color: blue }")
    later = (css / "part.css").stat().st_mtime + 10
    os.utime(css / "part.css", (later, later))
    second = collect(tmp_path / "static", css.parent)
    assert "blue" in second.read_text()
    assert second.name != first.name
