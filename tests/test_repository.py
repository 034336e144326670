"""Rules about the source itself, so that nobody has to remember them."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECTIONS = {"letters", "publications", "multimedia"}
SITE_WIDE = {path.name for path in (ROOT / "site").iterdir() if (path / "__init__.py").exists()}
MAY_IMPORT = {
    "home": set(),
    "multimedia": {"home"},
    "publications": {"home", "multimedia"},
    "letters": {"home", "multimedia"},
}
TEMPLATE_FOLDERS = ["site", "home", "letters", "publications", "multimedia"]


def files(*patterns):
    return sorted(
        path
        for folder in TEMPLATE_FOLDERS
        for pattern in patterns
        for path in (ROOT / folder).rglob(pattern)
    )


def name(path):
    return str(path.relative_to(ROOT))


def imported_apps(path):
    """The first parts of all modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("app", sorted(MAY_IMPORT))
def test_apps_import_only_what_the_design_allows(app):
    ours = SECTIONS | SITE_WIDE | {"home"}
    wrong = {
        f"{name(path)} imports {module}"
        for path in (ROOT / app).rglob("*.py")
        for module in imported_apps(path)
        if module in ours - MAY_IMPORT[app] - {app}
    }
    assert wrong == set()


def test_nobody_imports_site_itself():
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize("folder", ["core", "utils", "helpers", "common"])
def test_there_is_no_drawer_for_everything(folder):
    assert [
        name(path) for path in ROOT.glob(f"*/**/{folder}*.py") if ".venv" not in path.parts
    ] == []


PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)"
    r"|left|right|float\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius)(?=\s*[:;])"
)


@pytest.mark.parametrize("path", files("*.css"), ids=name)
def test_css_knows_no_left_and_right(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert PHYSICAL.findall(text) == []


# Addresses that name a thing or that a reader may choose to follow, never loaded.
HARMLESS_HOSTS = {"schema.org", "www.w3.org", "example.org", "www.sitemaps.org"}
LOADED = re.compile(
    r"""(?:src|srcset|poster|data|action)\s*=\s*["']\s*(?:https?:)?//([\w.-]+)"""
    r"""|url\(\s*["']?(?:https?:)?//([\w.-]+)|@import\s+["'](?:https?:)?//([\w.-]+)"""
    r"""|<link[^>]+href\s*=\s*["'](?:https?:)?//([\w.-]+)|(?:fetch|import)\(\s*["'`]https?://([\w.-]+)"""
)


@pytest.mark.parametrize("path", files("*.html", "*.css", "*.js", "*.svg"), ids=name)
def test_nothing_is_loaded_from_elsewhere(path):
    assert LOADED.findall(path.read_text()) == []


PUBLIC_TEMPLATES = [
    path
    for path in files("*.html")
    if "admin" not in path.parts and "wagtailadmin" not in path.parts
]


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=name)
def test_public_templates_hold_no_inline_code(path):
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text), "the policy for content refuses inline styles"
    assert not re.search(r"\son\w+\s*=", text), "the policy for content refuses inline handlers"
    scripts = re.findall(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))", text)
    assert scripts == []


TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
TRANSLATED = re.compile(r"\{%\s*(blocktranslate|comment)\b.*?\{%\s*end\1\s*%\}", re.DOTALL)
ATTRIBUTES = re.compile(r"\b(?:alt|title|aria-label|placeholder)\s*=\s*\"([^\"]*)\"")


def untranslated(text):
    """Words that a reader would see and that no translator would ever get."""
    text = TAGS.sub("", TRANSLATED.sub("", text))
    text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    seen = [*ATTRIBUTES.findall(text), *re.sub(r"<[^>]*>", "\n", text).splitlines()]
    return [words.strip() for words in seen if re.search(r"[^\W\d_]{2,}", words)]


def test_untranslated_words_are_found():
    assert untranslated('<p title="Hello">Good <b>day</b></p>') == ["Hello", "Good", "day"]
    assert untranslated("{% blocktranslate %}Good day{% endblocktranslate %}{{ word }}") == []


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=name)
def test_every_word_of_a_template_is_translatable(path):
    assert untranslated(path.read_text()) == []


def page_types():
    from wagtail.models import get_page_models

    return [model for model in get_page_models() if model._meta.app_label != "wagtailcore"]


def test_every_page_type_is_looked_at_in_the_browser():
    """A new page type must join the browser tests, or say here why it need not."""
    from tests.browser.test_every_page import PAGE_TYPES

    assert {model.__name__ for model in page_types()} == set(PAGE_TYPES)


def test_every_page_type_has_its_place():
    from home.models import BasePage

    for model in page_types():
        assert issubclass(model, BasePage), model
        assert model.parent_page_types, f"{model} may stand anywhere"
        assert model.subpage_types is not None, f"{model} may hold anything"
