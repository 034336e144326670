"""From a small table to the shapes of a chart.

Lengths along a line of text are per cent of the width, which SVG understands without a fixed
size: letters keep their size on any screen, and a page from right to left mirrors the numbers.
Heights are pixels.
"""

import math
from dataclasses import dataclass, field
from itertools import pairwise

BAR = 22
LABEL = 24
GAP = 14
# Bars leave room for the number behind them.
BAR_WIDTH = 78
LINE_HEIGHT = 260
SIGN = 3.2  # how wide a figure is on a phone, in per cent
PLOT = (24, 220)  # where the lines begin and end, from above


@dataclass(frozen=True)
class Bar:
    """One bar with its number; `label_y` is where the words above it stand, if it has some."""

    y: float
    x: float
    width: float
    number: str
    number_x: float
    number_y: float
    series: int


@dataclass(frozen=True)
class Label:
    """Words at a place; `anchor` is the value of SVG's `text-anchor`."""

    text: str
    x: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True)
class Segment:
    """A straight piece of a line."""

    x1: float
    y1: float
    x2: float
    y2: float
    series: int


@dataclass(frozen=True)
class Point:
    """A value on a line."""

    x: float
    y: float
    series: int


@dataclass
class Drawing:
    """What stands in a chart, `height` pixels high."""

    height: int = 0
    bars: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    segments: list = field(default_factory=list)
    points: list = field(default_factory=list)
    grid: list = field(default_factory=list)  # heights of the lines behind


def mirrored(x, rtl):
    """`x` per cent from the side where lines of text begin, as per cent from the left."""
    return round(100 - x if rtl else x, 3)


def bar_chart(rows, format_number, *, rtl=False):
    """Horizontal bars. `rows` are (label, numbers); returns a `Drawing`."""
    drawing = Drawing()
    largest = max((number for _label, numbers in rows for number in numbers), default=0) or 1
    y = 0
    for label, numbers in rows:
        drawing.labels.append(Label(label, mirrored(0, rtl), y + LABEL - 8))
        y += LABEL
        for series, number in enumerate(numbers):
            width = round(BAR_WIDTH * float(number) / float(largest), 3)
            drawing.bars.append(
                Bar(
                    y=y,
                    x=round(100 - width, 3) if rtl else 0,
                    width=width,
                    number=format_number(number),
                    number_x=mirrored(width + 1.5, rtl),
                    number_y=y + BAR - 6,
                    series=series + 1,
                )
            )
            y += BAR + 3
        y += GAP
    drawing.height = max(y - GAP, 0)
    return drawing


def line_chart(rows, format_number, *, rtl=False):
    """Lines through the numbers of each series. `rows` are (label, numbers); a `Drawing`."""
    drawing = Drawing(height=LINE_HEIGHT)
    ticks = scale([number for _label, numbers in rows for number in numbers])
    top, bottom = PLOT
    span = ticks[-1] - ticks[0]

    def height(number):
        return round(bottom - (bottom - top) * (float(number) - ticks[0]) / span, 2)

    # The first point keeps clear of the numbers of the scale.
    start = min(4 + SIGN * max(len(format_number(tick)) for tick in ticks), 30)

    def place(index):
        return mirrored(start + (96 - start) * index / max(len(rows) - 1, 1), rtl)

    for tick in ticks:
        drawing.grid.append(height(tick))
        drawing.labels.append(Label(format_number(tick), mirrored(0, rtl), height(tick) - 5))
    anchors = {0: "start", len(rows) // 2: "middle", len(rows) - 1: "end"}
    for index, anchor in sorted(anchors.items()):
        if rows:
            drawing.labels.append(Label(rows[index][0], place(index), bottom + 28, anchor))
    for series, values in enumerate(zip(*(numbers for _label, numbers in rows), strict=True), 1):
        points = [Point(place(i), height(number), series) for i, number in enumerate(values)]
        drawing.points += points
        drawing.segments += [Segment(a.x, a.y, b.x, b.y, series) for a, b in pairwise(points)]
    return drawing


def scale(numbers):
    """Round numbers, evenly spaced, from below the least (or zero) to above the greatest."""
    low, high = min([0, *map(float, numbers)]), max([0, *map(float, numbers)])
    if low == high:
        high = low + 1
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(number * step, 10) for number in range(first, last + 1)]
