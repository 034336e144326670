"""The interface in other languages: complete, compiled, with the same placeholders."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import check_for_language
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "site" / "locale").glob("*/LC_MESSAGES/django.po"))
# The others hold nothing yet; they are there because Django needs them to know the language.
BEGUN = {"ar"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}|\[(\w+)\]")
STRING = r"(u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b_?n?gettext\({STRING}|(?<!\w)_\({STRING}\)")


def language(path):
    return path.parents[1].name


def template_strings():
    """Every string that the public templates mark for translation."""
    for path in (ROOT / "site" / "templates").rglob("*.html"):
        if "wagtailadmin" not in path.parts:
            for match in CALL.finditer(templatize(path.read_text(), origin=str(path))):
                yield ast.literal_eval(match[1] or match[2]).replace("%%", "%")


def test_there_is_a_catalogue():
    assert "ar" in [language(path) for path in CATALOGUES]


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_every_offered_language_can_be_switched_on(code):
    """Django answers in a language only if it finds a catalogue for it."""
    assert check_for_language(code)


def test_strings_of_templates_are_found():
    found = set(template_strings())
    assert {"Skip to content", "%(counter)s page found"} <= found
    assert len(found) > 50


@pytest.mark.parametrize("path", [p for p in CATALOGUES if language(p) in BEGUN], ids=language)
def test_every_word_of_the_public_templates_is_translated(path):
    done = {entry.msgid for entry in polib.pofile(str(path)).translated_entries()}
    assert {text for text in template_strings() if text not in done} == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_compiled_catalogue_is_up_to_date(path):
    """After a change of a .po file run `make messages`, which compiles it."""
    source = polib.pofile(str(path)).translated_entries()
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    content = {(entry.msgid, entry.msgstr, str(entry.msgstr_plural)) for entry in source}
    assert content == {(e.msgid, e.msgstr, str(e.msgstr_plural)) for e in compiled}


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_placeholders_survive_translation(path):
    for entry in polib.pofile(str(path)).translated_entries():
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            found = set(PLACEHOLDER.findall(text))
            # A form for none, one or two may say so in words.
            assert found == wanted or (entry.msgid_plural and found < wanted), entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_every_plural_form_is_there(path):
    catalogue = polib.pofile(str(path))
    forms = int(re.search(r"nplurals=(\d)", catalogue.metadata["Plural-Forms"])[1])
    for entry in catalogue:
        if entry.msgid_plural:
            assert sorted(entry.msgstr_plural) == list(range(forms)), entry.msgid
            assert all(entry.msgstr_plural.values()), entry.msgid
