"""Pages for what went wrong."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from wagtail.models import Locale


def test_missing_page_is_in_the_language_of_its_address(home, arabic_home, read):
    tree = read("/ar/nothing/", status=404)
    assert (tree.html["lang"], tree.html["dir"]) == ("ar", "rtl")
    assert tree.select_one("main form")["action"] == "/ar/search/"
    assert tree.select_one("main .more")["href"] == "/ar/"


def test_missing_page_where_the_language_has_no_home(home, read):
    Locale.objects.create(language_code="fr")
    tree = read("/fr/nothing/", status=404)
    assert tree.html["lang"] == "en"
    assert tree.h1.string == "Page not found"
    assert tree.select_one("main .more")["href"] == "/en/"


def test_missing_page_without_any_home(home, arabic, read):
    home.unpublish()
    tree = read("/ar/nothing/", status=404)
    assert tree.html["lang"] == "ar"
    assert tree.select_one("main .more")["href"] == "/"


def test_missing_page_is_not_for_search_engines(home, read):
    tree = read("/en/nothing/", status=404)
    assert tree.select_one("meta[name=robots]")["content"] == "noindex"
    assert not tree.select("link[rel=canonical]")


def test_page_number_that_does_not_exist(letter_index, read):
    for number in ("2", "0", "-1", "x", "9" * 400):
        read(f"/en/letters/?page={number}", status=404)


@pytest.mark.parametrize("status", [400, 500, 503])
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_error_page_needs_nothing_but_a_language(status, language, direction):
    with translation.override(language):
        html = render_to_string(f"{status}.html")
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert "css/site.css" in html


def test_error_page_stands_without_collected_files(monkeypatch):
    from config.staticfiles import BundledStaticFilesStorage

    monkeypatch.setattr("home.templatetags.errors.static", BundledStaticFilesStorage().url)
    html = render_to_string("500.html")
    assert "<h1>" in html
    assert "stylesheet" not in html


@pytest.mark.parametrize(
    ("error", "status"), [("django.db.OperationalError", 503), ("ValueError", 500)]
)
def test_failing_view_becomes_an_error_page(home, monkeypatch, error, status):
    from django.utils.module_loading import import_string

    raised = import_string(error) if "." in error else ValueError

    def fail(*args, **kwargs):
        raise raised("secret detail")

    monkeypatch.setattr("home.models.HomePage.serve", fail)
    response = Client(raise_request_exception=False).get("/en/")
    assert response.status_code == status
    assert "secret detail" not in response.content.decode()
    assert response.get("Retry-After") == ("120" if status == 503 else None)


def test_forbidden_pages_stand(home, rf):
    for template in ("403.html", "403_csrf.html"):
        assert "<h1>" in render_to_string(template, request=rf.get("/en/"))
