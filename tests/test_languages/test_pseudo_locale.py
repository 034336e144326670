"""With every translated string marked, all other words on a page are somebody's content."""

import html
import json
import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype
from django.conf import settings
from django.core.management import call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from django.utils import translation
from wagtail.models import Page

from home.languages import Language
from home.models import SiteSettings, SubSite, Theme
from home.templatetags.links import NETWORKS
from letters.directory.groups import SCRIPT_NAMES
from letters.models import OrganisationName, Signature
from multimedia.models import Image, Media, Track
from publications.models import Document, Series

PAGES = [
    "",
    "letters/",
    "letters/?type=joint",
    "letters/a-boat-is-not-a-crime/",
    "letters/global-call-on-china/",
    "statements/",
    "statements/the-ferry-must-run-again/",
    "organisations/",
    "stories/",
    "stories/the-last-ferry-to-oruva/",
    "stories/the-fifteenth-reader/",
    "publications/",
    "publications/the-price-of-a-tree/",
    "publications/a-year-in-letters/",
    "about/",
    "search/?q=letter",
    "search/?q=zzzz",
    "nothing/",
]
# What people write, beside pages.
MODELS = (SiteSettings, SubSite, Theme, OrganisationName, Signature, Image, Media, Track)
MODELS += (Document, Series)
ATTRIBUTES = ["alt", "aria-label", "placeholder", "title", "data-found", "data-none"]
# Names of things that are called so everywhere.
NAMES = {name for name, *_rest in NETWORKS} | {"PDF", "TXT", "CSV", "DOCX", "XLSX"}
NAMES |= {"APA", "Chicago", "BibTeX", "RIS"}
NAMES |= set(SCRIPT_NAMES.values()) | {"CC BY", "CC BY-NC", "CC BY-SA"}
# No words for readers; and citations, whose form is laid down and the same in all languages.
NOT_READ = ("script", "style", "textarea")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# An element within a marked text parts its marks.
PARTED = re.compile(r"^[^⟦⟧]*⟧|⟦[^⟦⟧]*$")


@pytest.fixture
def marked(monkeypatch):
    """Put every string that is translated in marks, before its values are filled in."""
    functions = translation._trans
    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        original = getattr(functions, name)

        def mark(*args, original=original):
            return f"⟦{original(*args)}⟧"

        monkeypatch.setattr(functions, name, mark)


def texts_of(value):
    if isinstance(value, str):
        yield BeautifulSoup(f"<p>{html.unescape(value)}</p>", "html.parser").get_text(" ")
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)


def content():
    """All words that people have put into the site, as one text."""
    found = [json.loads(page.to_json()) for page in Page.objects.specific()]
    for model in MODELS:
        rows = [model_to_dict(row) for row in model.objects.all()]
        found += json.loads(json.dumps(rows, cls=DjangoJSONEncoder, default=str))
    found += [
        json.loads(v)
        for f in found
        for v in f.values()
        if isinstance(v, str) and v.startswith("[{")
    ]
    found += [Language(code).name for code, _name in settings.LANGUAGES]
    return squeezed(" ".join(text for value in found for text in texts_of(value)))


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def words_on(tree):
    """Every piece of text that a reader sees or hears, with its marks."""
    for node in tree.find_all(string=True):
        if not isinstance(node, Comment | Doctype) and node.parent.name not in NOT_READ:
            yield node
    for element in tree.find_all(True):
        yield from (element[name] for name in ATTRIBUTES if element.get(name))


def unmarked(text):
    """The words of a text outside of marks; marks within marks are taken away from inside."""
    before = None
    while before != text:
        before, text = text, MARKED.sub(" ", text)
    text = PARTED.sub(" ", text)
    return [
        piece.strip(" \n:,.–-·()#/×") for piece in re.split(r"[⟦⟧]|\s{2,}|\n| – |https?:\S+", text)
    ]


def test_marks_are_found():
    assert unmarked("⟦Good ⟦day⟧⟧") == [""]
    assert "Hello" in unmarked("Hello ⟦world⟧")
    assert "".join(unmarked("⟦Attribution (")) == "".join(unmarked(")⟧")) == ""


def test_every_word_of_ours_is_translated(db, client, marked):
    call_command("load_demo", verbosity=0)
    known = content()
    left = {}
    for address in PAGES:
        response = client.get(f"/en/{address}")
        assert response.status_code == (404 if address == "nothing/" else 200), address
        text = response.content.decode()
        assert "⟦" in text
        for node in words_on(BeautifulSoup(text, "html.parser")):
            for piece in unmarked(node):
                if re.search(r"[^\W\d_]{2,}", piece) and piece not in NAMES:
                    if squeezed(piece) not in known:
                        left.setdefault(address, set()).add(piece[:80])
    assert not left, left
