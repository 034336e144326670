"""The interface in other languages: complete, compiled, with the same placeholders."""

import re

import polib
import pytest
from django.conf import settings
from django.utils.translation import check_for_language, to_locale

from tests.visitor_strings import CATALOGUES, visitor_strings

# Languages whose catalogue a native speaker has read from beginning to end.
READ = set()
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}|\[(\w+)\]")


def language(path):
    return path.parents[1].name


def test_there_is_a_catalogue_for_every_language_but_english():
    offered = {to_locale(code) for code, _name in settings.LANGUAGES} - {"en"}
    assert {language(path) for path in CATALOGUES} == offered


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_every_offered_language_can_be_switched_on(code):
    """Django answers in a language only if it finds a catalogue for it."""
    assert check_for_language(code)


def test_strings_are_found_wherever_they_stand():
    found = visitor_strings()
    assert (None, "Skip to content") in found, "in a template"
    assert (None, "%(counter)s page found") in found, "in a template, with a plural"
    assert ("on a letter", "Copied to") in found, "in Python, with a context"
    assert (None, "Joint open letter") in found, "as the label of a choice"
    assert (None, "Tibet") in found, "in the settings"
    assert len(found) > 250


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_every_word_that_visitors_see_is_translated(path):
    """After a change of a string run `make messages`, and translate what is new."""
    done = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path)).translated_entries()}
    assert visitor_strings() - done == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_drafts_are_marked_as_such(path):
    assert ("DRAFT" in polib.pofile(str(path)).header) == (language(path) not in READ)


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
