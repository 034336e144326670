"""The command that prints a parsed letter as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from letters.management.commands.parse_signatories import KEYS

LETTER = "Signed by:\n\n1. Open Banks (OB)\n2. 大河守護聯盟\n"


def run(name: str) -> dict[str, object]:
    output = io.StringIO()
    call_command("parse_signatories", name, stdout=output)
    return json.loads(output.getvalue())


def test_a_letter_becomes_json_with_every_key(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    result = run(str(path))
    assert list(result) == ["signatories", "stated_total", "anonymous_count", "warnings"]
    assert [tuple(one) for one in result["signatories"]] == [KEYS, KEYS]
    assert result["signatories"][1]["lang"] == "zh-Hant"
    assert result["stated_total"] is None


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(LETTER.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    assert [one["raw"] for one in run("-")["signatories"]] == ["Open Banks (OB)", "大河守護聯盟"]


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        run("no-such-letter.txt")


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("Organisações".encode("latin-1"))
    with pytest.raises(CommandError, match="not UTF-8"):
        run(str(path))
