"""The value of a names block: records, and what an editor typed to make them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from letters.signatories import Signatory, describe

from .reading import Reading, read
from .state import EditState, new_id


class SignatoryRecords(list):
    """The `Signatory` records of one list; as text, one name on each line.

    `typed` and `reading` are set on a value that comes from a form, so that the text goes
    back to the editor letter by letter when it cannot be saved.
    """

    typed: str | None = None
    reading: Reading | None = None

    def __str__(self):
        return "\n".join(record.raw for record in self)

    @classmethod
    def of(cls, items: Iterable[Signatory | dict[str, Any] | str] | None) -> SignatoryRecords:
        """Return records from what code may hand in: records, JSON objects, plain names."""
        return items if isinstance(items, cls) else cls(_record(item) for item in items or [])

    @classmethod
    def from_form(cls, typed: str, state: str) -> SignatoryRecords:
        """Read what came from the text area and its hidden input."""
        reading = read(typed, EditState.load(state))
        records = cls(reading.records)
        records.typed, records.reading = typed, reading
        return records

    def for_form(self) -> dict[str, str]:
        """Return what the text area and its hidden input hold."""
        if self.reading and self.typed is not None:
            return {"text": self.typed, "state": self.reading.state.dump()}
        return {"text": str(self), "state": EditState.of(self).dump()}

    def with_ids(self) -> SignatoryRecords:
        """Give an id to every record that has none or another's; return the records."""
        seen: set[str] = set()
        taken = {record.id for record in self}
        for record in self:
            if not record.id or record.id in seen:
                record.id = new_id(taken)
            seen.add(record.id)
        return self


def _record(item: Signatory | dict[str, Any] | str) -> Signatory:
    if isinstance(item, Signatory):
        return item
    return describe(item) if isinstance(item, str) else Signatory.from_dict(item)
