"""Read a signatory list from a letter and print it as JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from letters.signatories import ParsedList, parse_letter

KEYS = (
    "raw",
    "name",
    "kind",
    "acronym",
    "role",
    "country",
    "lang",
    "dir",
    "section",
    "number",
)


class Command(BaseCommand):
    """`manage.py parse_signatories FILE`: what the parser finds in a letter."""

    help = "Read the signatories of a letter (text, Markdown or HTML) and print them as JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help='the letter; "-" reads standard input')

    def handle(self, *args: Any, **options: Any) -> None:
        parsed = parse_letter(self._read(options["file"]))
        self.stdout.write(json.dumps(as_json(parsed), ensure_ascii=False, indent=2))

    def _read(self, name: str) -> str:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            raise CommandError(f"{name} cannot be read: {error.strerror}.") from error
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise CommandError(
                f"{name} is not UTF-8 text: byte {error.start + 1} cannot be decoded."
            ) from error


def as_json(parsed: ParsedList) -> dict[str, Any]:
    """Return a parsed list as JSON data in which every key is always present."""
    return {
        "signatories": [
            {key: getattr(signatory, key) for key in KEYS} for signatory in parsed.signatories
        ],
        "stated_total": parsed.stated_total,
        "anonymous_count": parsed.anonymous_count,
        "warnings": [warning.message for warning in parsed.warnings],
    }
