"""The updates and corrections of a page, newest first."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import strip_tags
from wagtail.rich_text import RichText


@dataclass(frozen=True)
class Correction:
    """A mistake that was put right."""

    anchor: str  # the same on the page and on that of the old wordings
    date: date
    explanation: str
    old_wording: RichText | None  # None where it was not kept


def updates_of(page):
    """The values of the updates of a `SignedPage`, whatever order they were written in."""
    return newest_first([block.value for block in page.updates])


def corrections_of(page):
    """The corrections (`Correction`) of a `SignedPage`."""
    values = newest_first([block.value for block in page.corrections])
    # The oldest is the first, so that a new one changes no address.
    return [
        Correction(
            anchor=f"correction-{number}",
            date=value["date"],
            explanation=value["explanation"],
            old_wording=_kept(value["old_wording"]),
        )
        for number, value in zip(range(len(values), 0, -1), values, strict=True)
    ]


def newest_first(values):
    """Sorted by `date`; one without a date, as in a draft, is new."""
    return sorted(values, key=lambda value: value["date"] or date.max, reverse=True)


def _kept(wording):
    # An empty editor leaves an empty paragraph behind.
    return wording if wording and strip_tags(wording.source).strip() else None
