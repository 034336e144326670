"""What a file would change in a translation, before anything is changed."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

from .segments import Segment
from .xliff.inline import CodeError, compare


@dataclass
class Change:
    """One text that would be another."""

    number: int
    segment: Segment
    new: str
    warning: str = ""

    @property
    def new_text(self):
        """The new translation without tags."""
        return StringValue(self.new).render_text()


@dataclass
class Problem:
    """One row that cannot be used."""

    number: int
    source: str
    message: str


@dataclass
class FilePlan:
    """Everything a file would do."""

    changes: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    unchanged: int = 0
    empty: int = 0

    @property
    def values(self):
        """What would be stored: {key of the segment: HTML}."""
        return {change.segment.key: change.new for change in self.changes}


def plan_file(entries, segments):
    """The `FilePlan` of a file's entries for the segments of a translation."""
    by_key = {segment.key: segment for segment in segments}
    by_place = {(segment.path, segment.source): segment for segment in segments}
    plan = FilePlan()
    seen = set()
    for entry in entries:
        segment = by_key.get(entry.key) if entry.key else by_place.get(entry.place)
        try:
            _place(plan, entry, segment, seen)
        except ValueError as error:
            source = segment.source_text if segment else entry.source or entry.key
            plan.problems.append(Problem(entry.number, source, str(error)))
    return plan


def _place(plan, entry, segment, seen):
    """Put an entry into the plan. Raises `ValueError` with what is wrong with it."""
    if segment is None:
        raise ValueError(_("This text is not on the page: it was changed since the file was made."))
    if segment.key in seen:
        raise ValueError(_("This text is in the file twice."))
    seen.add(segment.key)
    if entry.problem:
        raise CodeError(entry.problem)
    if not entry.target.strip():
        plan.empty += 1
        return
    if same(entry.target, segment.target):
        plan.unchanged += 1
        return
    new = checked(segment, entry.target)
    plan.changes.append(Change(entry.number, segment, new, segment.length_warning(new)))


def checked(segment, html):
    """The translation as it is stored. Raises `ValueError` with what is wrong with it."""
    value = StringValue.from_translated_html(html).data
    validate_translation_links(segment.source, value)
    compare(segment.source, value)
    if error := segment.length_error(value):
        raise ValueError(error)
    return value


def same(one, other):
    """Whether two pieces of HTML are the same but for their spelling."""
    try:
        return StringValue.from_translated_html(one) == StringValue.from_translated_html(other)
    except ValueError:
        return False
