"""Rules about styles for other scripts that a program can check."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = sorted((Path(settings.SITE_DIR) / "static" / "css").glob("*.css"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# Where letters are spaced or slanted, scripts.css takes it back by script.
SPACED = {"h1", ".purpose-title", ".site-header .wordmark"}


def rules(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    return [(selector.strip(), body) for selector, body in RULE.findall(text)]


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_letters_are_spaced_only_where_scripts_take_it_back(path):
    spaced = {
        selector
        for selector, body in rules(path)
        if re.search(r"letter-spacing:(?!\s*(?:0;|normal))", body)
    }
    assert spaced <= SPACED


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_nothing_is_slanted_by_our_own_styles(path):
    assert [
        s for s, body in rules(path) if re.search(r"font-style:\s*(italic|oblique)", body)
    ] == []


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_no_rule_breaks_words_of_scripts_without_spaces(path):
    assert [s for s, body in rules(path) if "word-break: break-all" in body] == []


def test_every_arrow_turns_around():
    for path in CSS:
        text = path.read_text()
        assert text.count("→") == 0 or text.count("→") == text.count("←"), path.name
