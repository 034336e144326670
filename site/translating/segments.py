"""The texts that a translation is made of."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment
from wagtail_localize.strings import StringValue

# What search engines and shared links show of a title and of a description.
ADVISED = {"title": 70, "seo_title": 70, "summary": 160, "search_description": 160}


@dataclass
class Segment:
    """One text: `source` and `target` are HTML of inline tags whose attributes are left out."""

    key: str  # the same for as long as the text stands where it stands
    string_id: int
    context_id: int
    path: str
    label: str
    source: str
    target: str
    limit: int | None = None  # characters that there is room for

    @cached_property
    def source_text(self):
        """The source without tags."""
        return StringValue(self.source).render_text()

    @cached_property
    def target_text(self):
        """The translation without tags."""
        return StringValue(self.target).render_text()

    def length_error(self, html):
        """What is wrong with the length of a translation: "" where it fits."""
        return length_error(html, self.limit)

    def length_warning(self, html):
        """What search engines and lists would cut: "" where nothing."""
        advised = ADVISED.get(self.path)
        length = len(StringValue(html).render_text())
        if not advised or length <= advised:
            return ""
        return _("Long: {length} characters; more than {advised} are often cut off.").format(
            length=length, advised=advised
        )

    @property
    def warning(self):
        """What to say about the length of the translation there is."""
        return self.length_error(self.target) or self.length_warning(self.target)


def segments_of(translation):
    """The texts (list of `Segment`) of a `Translation`, in their order on the page.

    A text that stands twice in one place is one segment.
    """
    model = translation.source.specific_content_type.model_class()
    rows = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale, include_errors=True)
        .select_related("context", "string")
        .order_by("order")
    )
    segments = {}
    for row in rows:
        key = f"t{row.context_id}-{row.string_id}"
        label, limit = _facts(model, row.context.path)
        segments[key] = Segment(
            key=key,
            string_id=row.string_id,
            context_id=row.context_id,
            path=row.context.path,
            label=label,
            source=row.string.data,
            target=row.translation or "",
            limit=limit,
        )
    return list(segments.values())


def _facts(model, path):
    """The name of the field that a text stands in, and the length it may have."""
    name, _dot, rest = path.partition(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name, None
    if rest and field.one_to_many:  # a row below the page: its key, and where in the row
        return _facts(field.related_model, rest.partition(".")[2])
    label = capfirst(getattr(field, "verbose_name", name))
    return label, None if rest else getattr(field, "max_length", None)


def length_error(html, limit):
    """What is wrong with the length of a translation: "" where it fits, or has no limit."""
    length = len(StringValue(html).render_text())
    if not limit or length <= limit:
        return ""
    return ngettext(
        "Too long: {length} characters where there is room for {limit}.",
        "Too long: {length} characters where there is room for {limit}.",
        limit,
    ).format(length=length, limit=limit)


def limit_of(model, path):
    """How many characters there is room for in a place of a model, or None."""
    return _facts(model, path)[1]
