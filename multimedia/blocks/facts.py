"""What happened when, where, and how many: always also as a list or a table."""

import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.translated import UntranslatedMixin
from multimedia.charts import bar_chart, line_chart

from .gathering import PictureChooserBlock


class EventBlock(blocks.StructBlock):
    """One thing that happened."""

    when = blocks.CharBlock(
        label=_("when"), max_length=60, help_text=_("A date, a year, a time of day.")
    )
    title = blocks.CharBlock(label=_("what happened"), max_length=160)
    text = blocks.TextBlock(label=_("text"), rows=2, required=False, default="")

    class Meta:
        icon = "date"
        label = _("event")


class TimelineBlock(blocks.StructBlock):
    """What happened, in order."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    events = blocks.ListBlock(EventBlock(), label=_("events"), min_num=2, max_num=40)

    class Meta:
        icon = "history"
        label = _("timeline")
        description = _("What happened, in order.")
        template = "blocks/story/timeline.html"
        preview_value = {
            "title": "One night",
            "events": [
                {"when": "23:10", "title": "The lights go out", "text": ""},
                {"when": "05:40", "title": "The ferry sails", "text": "With everyone on board."},
            ],
        }


class PlaceBlock(blocks.StructBlock):
    """One place on a map."""

    name = blocks.CharBlock(label=_("place"), max_length=120)
    text = blocks.CharBlock(label=_("what is there"), max_length=300)

    class Meta:
        icon = "site"
        label = _("place")


class MapBlock(blocks.StructBlock):
    """A drawn map. No map service is asked for anything."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    picture = PictureChooserBlock(
        label=_("picture of the map"),
        help_text=_("Its alternative text says what the map shows, not that it is a map."),
    )
    places = blocks.ListBlock(
        PlaceBlock(),
        label=_("places"),
        min_num=1,
        max_num=60,
        help_text=_("The same as a table, for those who do not see the map."),
    )
    source = blocks.CharBlock(label=_("source"), required=False, default="", max_length=200)

    class Meta:
        icon = "site"
        label = _("map")
        description = _("A picture of a map, with its places as a table.")
        template = "blocks/story/map.html"
        preview_template = "blocks/story/previews/map.html"
        preview_value = {
            "title": "Where the ferry lands",
            "picture": None,
            "places": [{"name": "Oruva", "text": "The upper landing"}],
        }

    def clean(self, value):
        """A map without alternative text leaves out whoever does not see it."""
        value = super().clean(value)
        picture = value["picture"]
        if picture and picture.decorative:
            message = _("A map is never decorative: say what it shows.")
            raise blocks.StructBlockValidationError({"picture": ValidationError(message)})
        return value


NUMBER = re.compile(r"[^;\s]+")


class NumbersBlock(UntranslatedMixin, blocks.CharBlock):
    """Numbers in a row. They are the same in every language."""

    def clean(self, value):
        """Refuse what is no number."""
        value = super().clean(value)
        try:
            numbers_in(value)
        except InvalidOperation as error:
            message = _("Write plain numbers with a point: 12 or 3.5; several with ; between.")
            raise ValidationError(message) from error
        return value


def numbers_in(text):
    """The numbers of a row as a list of `Decimal`; raises InvalidOperation for anything else."""
    numbers = [Decimal(number) for number in NUMBER.findall(text)]
    if not all(number.is_finite() for number in numbers):
        raise InvalidOperation
    return numbers


def written(number):
    """A number as it is written in the language being read."""
    whole = int(number)
    return number_format(whole if whole == number else number, force_grouping=True)


class ChartRowBlock(blocks.StructBlock):
    """One row of the table behind a chart."""

    label = blocks.CharBlock(label=_("row"), max_length=80)
    numbers = NumbersBlock(
        label=_("numbers"), max_length=120, help_text=_("One for each column: 12; 15.5")
    )

    class Meta:
        icon = "list-ul"
        label = _("row")


class ChartValue(blocks.StructValue):
    """A small table, and the chart that is drawn of it."""

    @property
    def rows(self):
        """(label, numbers) of each row that can be drawn."""
        rows = []
        for row in self["table"]:
            try:
                numbers = numbers_in(row["numbers"])
            except InvalidOperation:
                continue  # a draft
            if len(numbers) == len(self["columns"]):
                rows.append((row["label"], numbers))
        return rows

    @property
    def shown_rows(self):
        """The rows with numbers as they are written in the language being read."""
        return [(label, [written(n) for n in numbers]) for label, numbers in self.rows]

    @property
    def drawing(self):
        """The `multimedia.charts.Drawing`, in the direction of the language being read."""
        draw = line_chart if self["kind"] == "line" else bar_chart
        return draw(self.rows, written, rtl=get_language_bidi())


class ChartBlock(blocks.StructBlock):
    """Numbers as bars or lines, with the table beneath."""

    title = blocks.CharBlock(label=_("title"), max_length=160)
    kind = blocks.ChoiceBlock(
        label=_("kind"), choices=[("bar", _("Bars")), ("line", _("Lines"))], default="bar"
    )
    row_name = blocks.CharBlock(
        label=_("what the rows are"), max_length=60, help_text=_("For example: Year")
    )
    columns = blocks.ListBlock(
        blocks.CharBlock(label=_("column"), max_length=60),
        label=_("what the numbers are"),
        min_num=1,
        max_num=4,
        help_text=_("The head of each column of numbers, with its unit."),
    )
    table = blocks.ListBlock(ChartRowBlock(), label=_("rows"), min_num=2, max_num=40)
    summary = blocks.TextBlock(
        label=_("what the chart shows"),
        rows=2,
        help_text=_("In a sentence, for everybody: it stands under the title."),
    )
    source = blocks.CharBlock(label=_("source"), required=False, default="", max_length=200)

    class Meta:
        icon = "table"
        label = _("chart")
        description = _("Bars or lines, drawn from a small table.")
        template = "blocks/story/chart.html"
        value_class = ChartValue
        preview_value = {
            "title": "Nights without current",
            "kind": "bar",
            "row_name": "Month",
            "columns": ["Nights"],
            "table": [{"label": "May", "numbers": "3"}, {"label": "June", "numbers": "11"}],
            "summary": "In June it was dark almost four times as often.",
        }

    def clean(self, value):
        """Every row has a number for each column, and bars begin at zero."""
        value = super().clean(value)
        for place, row in enumerate(value["table"], start=1):
            numbers = numbers_in(row["numbers"])
            error = ""
            if len(numbers) != len(value["columns"]):
                error = _("Row %(row)d needs %(count)d numbers, one for each column.")
            elif value["kind"] == "bar" and min(numbers) < 0:
                error = _("Row %(row)d has a number below zero, which only lines can show.")
            if error:
                message = error % {"row": place, "count": len(value["columns"])}
                raise blocks.StructBlockValidationError({"table": ValidationError(message)})
        return value
