"""Two revisions of a list side by side: only the names that differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.compare import BlockComparison

from letters.signatories import Signatory

from .alignment import align
from .state import digest
from .values import SignatoryRecords
from .wording import kind_label, language_label


class SignatoryNamesComparison(BlockComparison):
    """Names taken out, put in, changed and moved, each with its number; the rest is counted."""

    def htmlvalue(self, val: SignatoryRecords) -> SafeString:
        """Return all names of one revision."""
        rows = ((number, record.raw) for number, record in enumerate(val or [], start=1))
        return format_html_join("", "<div>{}. {}</div>", rows)

    def htmldiff(self) -> SafeString:
        """Return the names that differ, old and new."""
        old, new = list(self.val_a or []), list(self.val_b or [])
        before = _places_before(old, new)
        in_order = _longest_rising(before)
        left = set(range(len(old))) - set(before)
        # Deleted names stand where they stood, before what has their number now.
        rows = [(place, 0, _deletion(place, old[place])) for place in left]
        for place, earlier in enumerate(before):
            if earlier is None:
                rows.append((place, 1, _addition(place, new[place])))
            elif new[place] != old[earlier] or place not in in_order:
                rows.append((place, 1, _change(old, earlier, new, place)))
        html = format_html_join("", "<div>{}</div>", [(row,) for *_, row in sorted(rows)])
        same = len(new) - sum(1 for _place, order, _row in rows if order)
        text = ngettext("{count} name is the same.", "{count} names are the same.", same)
        return format_html("{}<div>{}</div>", html, text.format(count=same))


def _places_before(old: list[Signatory], new: list[Signatory]) -> list[int | None]:
    """Return for each new record the place of the same one in the old list."""
    lines = [(str(place), digest(record.raw)) for place, record in enumerate(old)]
    found = align(lines, [], [digest(record.raw) for record in new])
    return [int(place) if place else None for place in found]


def _longest_rising(before: Sequence[int | None]) -> set[int]:
    """Return the most records that are still in order: the others are those that moved."""
    ends: list[int] = []  # the lowest old place in which a run of each length can end
    tails: list[int] = []  # the record that stands there
    previous: dict[int, int] = {}
    for place, earlier in enumerate(before):
        if earlier is None:
            continue
        length = bisect_left(ends, earlier)
        ends[length : length + 1] = [earlier]
        tails[length : length + 1] = [place]
        previous[place] = tails[length - 1] if length else -1
    kept = set()
    place = tails[-1] if tails else -1
    while place >= 0:
        kept.add(place)
        place = previous[place]
    return kept


def _deletion(place: int, record: Signatory) -> SafeString:
    return format_html('<span class="deletion">{}. {}</span>', place + 1, record.raw)


def _addition(place: int, record: Signatory) -> SafeString:
    return format_html('<span class="addition">{}. {}</span>', place + 1, record.raw)


def _change(old: list[Signatory], earlier: int, new: list[Signatory], place: int) -> SafeString:
    """Return one record that was edited, corrected or moved."""
    a, b = old[earlier], new[place]
    if a.raw != b.raw:
        return format_html("{} {}", _deletion(earlier, a), _addition(place, b))
    pairs = [(kind_label(a.kind), kind_label(b.kind))]
    pairs.append((language_label(a.lang), language_label(b.lang)))
    details = format_html_join(
        "",
        ' <span class="deletion">{}</span> <span class="addition">{}</span>',
        [pair for pair in pairs if pair[0] != pair[1]],
    )
    if earlier != place:
        moved = _("moved from {earlier}").format(earlier=earlier + 1)
        details = format_html('{} <span class="addition">{}</span>', details, moved)
    return format_html("{}. {}{}", place + 1, b.raw, details)
