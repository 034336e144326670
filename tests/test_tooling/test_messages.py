from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted(ROOT.glob("site/locale/*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_compiled_messages_are_those_of_the_source(path):
    written = {entry.msgid_with_context: entry for entry in polib.pofile(path).translated_entries()}
    compiled = {entry.msgid_with_context: entry for entry in polib.mofile(path.with_suffix(".mo"))}
    assert compiled.keys() == written.keys(), "make messages"
    for key, entry in written.items():
        assert compiled[key].msgstr == entry.msgstr
        assert compiled[key].msgstr_plural == entry.msgstr_plural
