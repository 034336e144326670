"""Which record each line of the text area belongs to.

The form carries this memory in a hidden input beside the text: ids and digests, not names,
because the whole form is posted every time Wagtail saves a draft by itself. What comes back
from the browser may be missing, old or rubbish; then lines simply count as new.
"""

from __future__ import annotations

import json
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from letters.signatories import Signatory, describe

from .alignment import align

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LONGEST = 2_000_000
# Lines taken out stay known until the page is saved, for whoever cuts now and pastes later.
_MOST_GONE = 5_000


def digest(line: str) -> str:
    """Return eight characters that stand for a line."""
    raw = line.encode("utf-8", "surrogatepass")
    return urlsafe_b64encode(blake2b(raw, digest_size=6).digest()).decode()


@dataclass
class EditState:
    """The memory of one text area.

    `lines` and `gone` are pairs of record id and digest: the lines as they stood when the
    state was made, and lines taken out since. `kept` holds what a record says beyond its
    line, above all what an editor corrected: id → (digest of that line, values).
    """

    lines: list[tuple[str, str]] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    kept: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: list[Signatory]) -> EditState:
        """Return the state of a text area that shows `records` untouched."""
        state = cls()
        for record in records:
            mark = digest(record.raw)
            state.lines.append((record.id, mark))
            values = _beyond_line(record)
            if values:
                state.kept[record.id] = (mark, values)
        return state

    @classmethod
    def load(cls, text: str) -> EditState:
        """Read what `dump` wrote; anything else gives an empty state."""
        if not text or len(text) > _LONGEST:
            return cls()
        try:
            data = json.loads(text)
            lines, gone = _pairs(data["lines"]), _pairs(data["gone"])
            kept = {key: (mark, dict(values)) for key, (mark, values) in data["kept"].items()}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()
        known: set[str] = set()
        lines, gone = _once(lines, known), _once(gone, known)
        return cls(lines, gone, {key: value for key, value in kept.items() if key in known})

    def dump(self) -> str:
        """Return the state as text for a hidden input."""
        data = {"lines": _joined(self.lines), "gone": _joined(self.gone), "kept": self.kept}
        return json.dumps(data, separators=(",", ":"))

    def follow(self, records: list[Signatory]) -> EditState:
        """Give `records`, read from the text as it is now, their ids and what was kept.

        Returns the state that goes with them.
        """
        marks = [digest(record.raw) for record in records]
        ids = align(self.lines, self.gone, marks)
        taken = {known for known, _ in self.lines + self.gone}
        for number, record in enumerate(records):
            if not ids[number]:
                ids[number] = new_id(taken)
            record.id = ids[number]
            mark, values = self.kept.get(record.id, ("", {}))
            if mark == marks[number]:
                overlay(record, values)
        used = set(ids)
        gone = [pair for pair in self.lines + self.gone if pair[0] not in used][:_MOST_GONE]
        known = used | {known for known, _ in gone}
        kept = {key: value for key, value in self.kept.items() if key in known}
        return EditState(list(zip(ids, marks, strict=True)), gone, kept)


def new_id(taken: set[str]) -> str:
    """Return an id that is not in `taken`, and add it there."""
    while True:
        candidate = secrets.token_hex(4)
        if candidate not in taken:
            taken.add(candidate)
            return candidate


def overlay(record: Signatory, values: dict[str, Any]) -> None:
    """Set the fields of a record that its line alone does not tell."""
    known = Signatory.from_dict({"raw": record.raw, **values})
    for name in values.keys() & vars(record).keys() - {"raw", "id"}:
        setattr(record, name, getattr(known, name))


def _beyond_line(record: Signatory) -> dict[str, Any]:
    """Return the fields in which a stored record differs from what its line suggests."""
    suggested, stored = vars(describe(record.raw)), vars(record)
    return {
        name: value
        for name, value in stored.items()
        if name not in ("raw", "id") and value != suggested[name]
    }


def _joined(pairs: list[tuple[str, str]]) -> str:
    return " ".join(f"{known}:{mark}" for known, mark in pairs)


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = [pair.partition(":") for pair in text.split()]
    return [(known, mark) for known, _, mark in pairs if _ID.fullmatch(known)]


def _once(pairs: list[tuple[str, str]], known: set[str]) -> list[tuple[str, str]]:
    """Drop every pair whose id is in `known` or came before; note the others there."""
    result = []
    for pair in pairs:
        if pair[0] not in known:
            known.add(pair[0])
            result.append(pair)
    return result
