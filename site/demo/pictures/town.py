"""Where people live: roofs, lanterns, windows in the evening."""

import math

from PIL import ImageDraw

from .canvas import (
    CLAY,
    INK,
    NAVY,
    PAPER,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    TEAL,
    along,
    between,
)


def rooftops(canvas):
    """Roof behind roof under the moon, a few windows lit."""
    canvas.fill(canvas.gradient(NAVY, TEAL, between(ROSE, SAND, 0.4), end=0.5))
    canvas.glow((0.24, 0.15), 0.3, PAPER, 0.5)
    canvas.disc((0.24, 0.15), 0.048, PAPER)
    scale = [
        between(ROSE, TEAL, 0.4),
        between(CLAY, TEAL, 0.45),
        RUST,
        between(RUST, INK, 0.6),
        INK,
    ]
    for row in range(5):
        share = row / 4
        houses, lights = _row_of_houses(canvas, share)
        colour = along(scale, share)
        sheet = canvas.gradient(
            colour, between(colour, INK, 0.35), start=0.2 + 0.1 * row, end=0.45 + 0.1 * row
        )
        canvas.lay(canvas.mask(*houses), sheet, shadow=0.3, blur=0.008)
        draw = ImageDraw.Draw(canvas.image)
        for light in lights:
            draw.polygon(canvas.points(light), fill=between(SAFFRON, PAPER, 0.25))


def _row_of_houses(canvas, share):
    """Outlines of a row of houses, and those of their lit windows."""
    houses, lights = [], []
    unit = 0.075 + 0.11 * share
    x = -unit * canvas.random.uniform(0.3, 0.9)
    while x < 1.05:
        width = unit * canvas.random.uniform(0.9, 1.5)
        top = 0.25 + 0.27 * share + canvas.random.uniform(-0.025, 0.025)
        rise = width * canvas.random.uniform(0.26, 0.36)
        houses.append(_roof(x, top, width, rise))
        wall = top + rise
        inset = width * 0.1
        houses.append(
            [
                (x + inset, wall - 0.004),
                (x + width - inset, wall - 0.004),
                (x + width - inset, canvas.bottom),
                (x + inset, canvas.bottom),
            ]
        )
        if canvas.random.random() < 0.55:
            lights += _window(x + width * canvas.random.uniform(0.3, 0.6), wall, unit)
        x += width * canvas.random.uniform(0.8, 1.05)
    return houses, lights


def _roof(x, top, width, rise):
    """A roof whose eaves sweep upwards at both ends."""
    ridge = width * 0.34
    steps = [step / 12 for step in range(13)]
    over = width * 0.08
    left = [
        (x - over + (width / 2 - ridge / 2 + over) * s, top + rise * (1 - s**1.8)) for s in steps
    ]
    right = [(2 * x + width - px, py) for px, py in reversed(left)]
    lift = rise * 0.16
    eaves = [(x + width + over, top + rise), (x + width * 0.9, top + rise + lift)]
    eaves += [(x + width * 0.1, top + rise + lift), (x - over, top + rise)]
    return [*left, *right, *eaves]


def _window(x, wall, unit):
    """Two panes with a bar between them."""
    wide, high = unit * 0.07, unit * 0.2
    top = wall + unit * 0.14
    return [
        [(at, top), (at + wide, top), (at + wide, top + high), (at, top + high)]
        for at in (x, x + wide * 1.25)
    ]


def lanterns(canvas):
    """Paper lanterns on their strings, near and far."""
    canvas.fill(canvas.gradient(INK, NAVY, between(TEAL, NAVY, 0.4), between(CLAY, NAVY, 0.6)))
    strings = ((0.1, 0.13, 0.015), (0.05, 0.22, 0.025), (-0.01, 0.31, 0.04), (-0.07, 0.4, 0.068))
    for row, (height, sag, size) in enumerate(strings):
        tilt = canvas.random.uniform(-0.07, 0.07)

        def hang(x, height=height, sag=sag, tilt=tilt):
            return height + sag * (1 - (2 * x - 1) ** 2) * 0.9 + tilt * (x - 0.5)

        line = [(step / 80, hang(step / 80)) for step in range(-2, 83)]
        ImageDraw.Draw(canvas.image).line(
            canvas.points(line), fill=between(NAVY, SAND, 0.25 + 0.1 * row), width=3 + 2 * row
        )
        x = size * canvas.random.uniform(0.6, 2)
        while x < 1.02:
            _lantern(canvas, x, hang(x), size * canvas.random.uniform(0.85, 1.1), row / 3)
            x += size * canvas.random.uniform(3.1, 4.4)


def _lantern(canvas, x, string, radius, near):
    colours = [SAFFRON, CLAY, between(ROSE, PAPER, 0.2), between(CLAY, RUST, 0.5), SAND]
    colour = between(canvas.random.choice(colours), NAVY, 0.38 * (1 - near))
    tall = radius * 1.12
    y = string + radius * 0.55 + tall
    canvas.glow((x, y), radius * 3.2, SAFFRON, 0.16 + 0.14 * near)
    draw = ImageDraw.Draw(canvas.image)
    dark = between(colour, INK, 0.65)
    draw.line(canvas.points([(x, string), (x, y)]), fill=dark, width=4)
    for part in range(9):  # ribs of light: the middle one is narrow and bright
        share = part / 8
        width = radius * (1 - share) ** 0.75
        tone = along([between(colour, RUST, 0.3), colour, between(colour, PAPER, 0.6)], share)
        if width > 0:
            draw.ellipse(canvas.px(x - width, y - tall, x + width, y + tall), fill=tone)
    for step in range(1, 6):  # bamboo rings
        ring = y - tall + 2 * tall * step / 6
        half = radius * math.sqrt(1 - ((ring - y) / tall) ** 2) * 0.97
        draw.arc(
            canvas.px(x - half, ring - half * 0.1, x + half, ring + half * 0.1),
            0,
            180,
            fill=between(colour, RUST, 0.35),
            width=max(2, round(radius * 60)),
        )
    for end in (y - tall, y + tall * 0.88):
        cap = [(x - radius * 0.36, end), (x + radius * 0.36, end)]
        cap += [(x + radius * 0.36, end + tall * 0.13), (x - radius * 0.36, end + tall * 0.13)]
        draw.polygon(canvas.points(cap), fill=dark)
    tassel = [(x, y + tall), (x - radius * 0.1, y + tall * 1.6), (x + radius * 0.1, y + tall * 1.6)]
    draw.polygon(canvas.points(tassel), fill=dark)


def windows(canvas):
    """A house front at night; one window is lit."""
    canvas.fill(canvas.gradient(between(NAVY, TEAL, 0.3), NAVY, INK))
    columns, rows = 8, 4
    wide, high = 1 / columns, canvas.bottom / rows
    half, tall = wide * 0.3, high * 0.36
    centres = [
        ((column + 0.5) * wide, (row + 0.52) * high)
        for row in range(rows)
        for column in range(columns)
    ]
    frames = [_arch(centre, half * 1.16, tall * 1.08) for centre in centres]
    ledges = [
        [(0, y), (1, y), (1, y + 0.006), (0, y + 0.006)]
        for y in (row * high for row in range(1, rows))
    ]
    canvas.lay(
        canvas.mask(*frames, *ledges), between(NAVY, SEA, 0.18), shadow=0.5, shift=(0.002, 0.004)
    )
    lit = centres.pop(columns + 5)
    for centre in centres:
        _shutters(canvas, centre, half, tall)
    canvas.glow(lit, 0.3, SAFFRON, 0.5)
    _lit_window(canvas, lit, half, tall)


def _arch(centre, half, tall):
    """The outline of an opening with a round top."""
    x, y = centre
    turns = [math.pi * (1 + step / 20) for step in range(21)]
    top = [(x + half * math.cos(a), y - tall + half + half * math.sin(a)) for a in turns]
    return [*top, (x + half, y + tall), (x - half, y + tall)]


def _shutters(canvas, centre, half, tall):
    x, y = centre
    shade = between(INK, NAVY, canvas.random.uniform(0.05, 0.5))
    draw = ImageDraw.Draw(canvas.image)
    draw.polygon(canvas.points(_arch(centre, half, tall)), fill=shade)
    for step in range(1, 12):
        slat = y - tall + half * 0.6 + step * (2 * tall - half * 0.6) / 12
        ends = [(x - half * 0.86, slat), (x + half * 0.86, slat)]
        draw.line(canvas.points(ends), fill=between(shade, SEA, 0.14), width=4)
    draw.line(canvas.points([(x, y - tall), (x, y + tall)]), fill=between(shade, SEA, 0.3), width=5)


def _lit_window(canvas, centre, half, tall):
    """A bright window with a plant on its sill."""
    x, y = centre
    light = canvas.gradient(PAPER, SAFFRON, CLAY, start=y - tall, end=y + tall * 1.6)
    canvas.lay(canvas.mask(_arch(centre, half, tall)), light, shadow=0)
    draw = ImageDraw.Draw(canvas.image)
    bar = y - tall * 0.15
    for ends in ([(x, y - tall), (x, y + tall)], [(x - half, bar), (x + half, bar)]):
        draw.line(canvas.points(ends), fill=RUST, width=9)
    pot = [(x - half * 0.2, y + tall * 0.72), (x + half * 0.2, y + tall * 0.72)]
    pot += [(x + half * 0.14, y + tall), (x - half * 0.14, y + tall)]
    draw.polygon(canvas.points(pot), fill=RUST)
    for lean in (-0.5, -0.2, 0.15, 0.45):
        stem = [(x, y + tall * 0.75), (x + half * lean, y + tall * (0.2 + abs(lean) * 0.4))]
        draw.line(canvas.points(stem), fill=INK, width=7)
        canvas.disc(stem[1], half * 0.09, INK)
