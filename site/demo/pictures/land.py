"""Land as a bird sees it, in layers of cut paper."""

import math
from itertools import pairwise

from PIL import Image, ImageDraw

from .canvas import (
    CLAY,
    INK,
    MIST,
    MOSS,
    NAVY,
    PAPER,
    PINE,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    TEAL,
    along,
    between,
)


def contours(canvas):
    """An island coast: the sea deeper step by step, sand, and the land rising."""
    field = canvas.field(
        (4, 0.55), (8, 0.22), (17, 0.07), slope=lambda x, y: 0.5 * (x - 0.15) + 0.3 * (y - 0.2)
    )
    water = [INK, NAVY, TEAL, SEA, between(SEA, PAPER, 0.55)]
    land = [PAPER, SAND, between(SAND, SAFFRON, 0.5), SAFFRON, CLAY, RUST]
    levels = 13
    canvas.fill(INK)
    for number in range(levels):
        share = number / (levels - 1)
        colour = along(water, share / 0.46) if share < 0.46 else along(land, (share - 0.46) / 0.54)
        canvas.lay(
            canvas.above(field, 0.2 + 0.058 * number), colour, shadow=0.32, shift=(0.003, 0.004)
        )


def terraces(canvas):
    """Rice terraces with the sky in their water."""
    field = canvas.field(
        (3, 0.35), (7, 0.14), (15, 0.035), slope=lambda x, y: 1.25 * y + 0.12 * math.sin(4 * x)
    )
    canvas.fill(canvas.gradient(between(SEA, PAPER, 0.3), between(MOSS, PAPER, 0.3)))
    water = canvas.gradient(
        between(SEA, PAPER, 0.62), between(ROSE, PAPER, 0.35), between(SAFFRON, MOSS, 0.35)
    )
    steps = 15
    for number in range(steps):
        share = number / (steps - 1)
        level = 0.2 + 0.078 * number
        bank = along([between(MOSS, MIST, 0.45), MOSS, PINE, between(PINE, INK, 0.55)], share)
        canvas.lay(canvas.above(field, level), bank, shadow=0.4, shift=(0.0, -0.004))
        canvas.lay(canvas.above(field, level + 0.034 + 0.006 * (number % 3)), water, shadow=0)


def delta(canvas):
    """A river that parts and parts again on its way to the sea."""
    land = canvas.field((5, 0.5), (11, 0.25), (23, 0.12))
    canvas.fill(between(CLAY, SAND, 0.25))
    for number in range(5):
        colour = along([between(CLAY, SAFFRON, 0.35), SAND, PAPER], number / 4)
        canvas.lay(
            canvas.above(land, 0.3 + 0.075 * number), colour, shadow=0.14, shift=(0.001, 0.002)
        )
    branches = []
    _part(canvas, branches, (0.42, -0.03), (0.02, 0.98), 0.04, 0)
    shore = canvas.ridge(0.565, 0.014, [0.9, 2.3, 5.1, 11])
    bands = ((0.016, SAND), (0.0065, SEA), (0.0, TEAL), (-0.007, NAVY))
    for extra, colour in bands:
        mask = _river(canvas, branches, extra)
        sea = [(x, y - extra * 1.4) for x, y in shore]
        mask.paste(255, canvas.whole, canvas.mask(canvas.below(sea)))
        sheet = canvas.gradient(colour, between(colour, INK, 0.25))
        canvas.lay(mask, sheet, shadow=0.3, blur=0.004, shift=(0.002, 0.002))


def _part(canvas, branches, start, reach_of_sea, width, depth):
    """Add a reach of the river and, recursively, those into which it parts.

    `reach_of_sea` is the stretch of shore (from, to) that its mouths may take, so that no
    reach crosses another.
    """
    first, last = reach_of_sea
    (x, y), foot = start, 0.6
    length = (0.14, 0.1, 0.105, 0.1, 0.11, 0.2)[depth]
    towards = (first + last) / 2
    end_y = min(y + length * canvas.random.uniform(0.85, 1.15), foot)
    end_x = x + (towards - x) * min(1.0, 1.35 * (end_y - y) / (foot - y))
    bends, phase = canvas.random.uniform(0.008, 0.018), canvas.random.uniform(0, math.pi)
    reach = []
    for step in range(25):
        share = step / 24
        ease = share * share * (3 - 2 * share)
        sway = bends * math.sin(math.pi * share) ** 2 * math.sin(2 * math.pi * share + phase)
        reach.append(
            ((x + (end_x - x) * ease + sway, y + (end_y - y) * share), width * (1 - 0.2 * share))
        )
    branches.append(reach)
    if end_y < foot and depth < 5:
        cut = first + (last - first) * canvas.random.uniform(0.36, 0.64)
        for part in ((first, cut), (cut, last)):
            narrower = width * (0.35 + 0.75 * (part[1] - part[0]) / (last - first))
            _part(canvas, branches, (end_x, end_y), part, narrower, depth + 1)


def _river(canvas, branches, extra):
    """The mask of all reaches, `extra` wider on both sides."""
    mask = Image.new("L", (canvas.width, canvas.height))
    draw = ImageDraw.Draw(mask)
    for reach in branches:
        for (first, width), (second, _width) in pairwise(reach):
            radius = width / 2 + extra * min(1.0, width / 0.02 + 0.25)
            if radius <= 0.0006:
                continue
            for share in (0, 0.25, 0.5, 0.75):
                x = first[0] + (second[0] - first[0]) * share
                y = first[1] + (second[1] - first[1]) * share
                draw.ellipse(canvas.px(x - radius, y - radius, x + radius, y + radius), fill=255)
    return mask
