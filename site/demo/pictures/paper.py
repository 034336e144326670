"""Things made of paper: kites in the wind, letters on a table."""

import math

from PIL import ImageDraw

from .canvas import (
    CLAY,
    INK,
    MIST,
    NAVY,
    PAPER,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    TEAL,
    between,
)


def kites(canvas):
    """Seven kites over low hills."""
    canvas.fill(canvas.gradient(between(SEA, PAPER, 0.25), between(MIST, PAPER, 0.4), SAND))
    for number in range(5):
        line = canvas.ridge(0.1 + 0.085 * number, 0.012, [0.8, 1.7, 2.9])
        cloud = [
            *line,
            *[(x, y + 0.03) for x, y in reversed(canvas.ridge(line[0][1], 0.01, [1.3]))],
        ]
        canvas.lay(canvas.mask(cloud), between(MIST, PAPER, 0.55), shadow=0.05)
    for number, colour in enumerate((between(TEAL, MIST, 0.45), TEAL, NAVY, INK)):
        line = canvas.ridge(0.555 + 0.026 * number, 0.013, [0.9, 2.1, 4.7, 8.3])
        canvas.lay(canvas.mask(canvas.below(line)), colour, shadow=0.2)
    flock = (
        (0.2, 0.2, 0.075, CLAY, SAFFRON),
        (0.43, 0.1, 0.05, TEAL, PAPER),
        (0.62, 0.26, 0.09, SAFFRON, RUST),
        (0.82, 0.13, 0.06, CLAY, SAND),
        (0.33, 0.38, 0.034, NAVY, SAFFRON),
        (0.9, 0.37, 0.042, RUST, PAPER),
        (0.07, 0.42, 0.028, SAFFRON, CLAY),
    )
    for x, y, size, front, back in flock:
        _kite(canvas, (x, y), size, front, back)


def _kite(canvas, centre, size, front, back):
    """A kite of two sheets, its tail, and the string that leads down to somebody."""
    lean = canvas.random.uniform(0.25, 0.6)
    across, along = (math.cos(lean), math.sin(lean)), (-math.sin(lean), math.cos(lean))

    def at(right, down):
        """A point of the kite: so far to its right, so far towards its tail."""
        return tuple(centre[i] + size * (right * across[i] + down * along[i]) for i in (0, 1))

    draw = ImageDraw.Draw(canvas.image)
    foot = (centre[0] - size * 1.2 - 0.05, 0.62)
    string = [
        (
            centre[0] + (foot[0] - centre[0]) * s,
            centre[1] + (foot[1] - centre[1]) * s + 0.05 * math.sin(math.pi * s),
        )
        for s in (step / 30 for step in range(31))
    ]
    draw.line(canvas.points(string), fill=between(NAVY, SAND, 0.45), width=2)
    tail = [at(0.16 * math.sin(s * 5.5), 1.05 + 1.5 * s) for s in (t / 24 for t in range(25))]
    draw.line(canvas.points(tail), fill=between(back, INK, 0.25), width=max(2, round(size * 70)))
    for place in (6, 11, 16, 21):
        x, y = tail[place]
        bow = size * 0.13
        for side in (-1, 1):
            wing = [(x, y), (x + side * bow, y - bow * 0.7), (x + side * bow, y + bow * 0.7)]
            draw.polygon(canvas.points(wing), fill=front)
    halves = (
        [at(0, -0.75), at(0.62, -0.1), at(0, 1.05)],
        [at(0, -0.75), at(-0.62, -0.1), at(0, 1.05)],
    )
    canvas.lay(canvas.mask(*halves), front, shadow=0.25, shift=(0.004, 0.006))
    draw.polygon(canvas.points(halves[1]), fill=between(front, INK, 0.14))
    draw.polygon(canvas.points([at(0, -0.1), at(0.62, -0.1), at(0, 1.05)]), fill=back)
    draw.polygon(
        canvas.points([at(0, -0.1), at(-0.62, -0.1), at(0, 1.05)]), fill=between(back, INK, 0.14)
    )


def envelopes(canvas):
    """Letters that lie on a table, one over the other."""
    canvas.fill(canvas.gradient(NAVY, between(NAVY, INK, 0.5)))
    colours = (SAND, CLAY, PAPER, SEA, SAFFRON, MIST, RUST, PAPER, TEAL, SAND, CLAY, PAPER)
    places = [(0.1 + 0.27 * (n % 4), 0.08 + 0.25 * (n // 4)) for n in range(12)]
    order = canvas.random.sample(range(12), 12)
    for number in order:
        x, y = (at + canvas.random.uniform(-0.035, 0.035) for at in places[number])
        _envelope(canvas, (x, y), canvas.random.uniform(-0.38, 0.38), colours[number], number)


def _envelope(canvas, centre, turn, colour, number):
    """An envelope; every third shows its address, the others their flap and a seal."""
    wide, high = 0.17, 0.115
    cos, sin = math.cos(turn), math.sin(turn)

    def at(x, y):
        """A point of the envelope, -1 to 1 in both directions."""
        x, y = x * wide, y * high
        return (centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos)

    outline = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)]
    canvas.lay(canvas.mask(outline), colour, shadow=0.5, blur=0.009, shift=(0.004, 0.007))
    draw = ImageDraw.Draw(canvas.image)
    dark = between(colour, INK, 0.16)
    if number % 3 == 2:
        for row, length in enumerate((0.62, 0.5, 0.36)):
            y = 0.12 + 0.24 * row
            draw.line(
                canvas.points([at(-0.3, y), at(-0.3 + length, y)]),
                fill=between(colour, INK, 0.55),
                width=7,
            )
        stamp = [at(0.62, -0.78), at(0.88, -0.78), at(0.88, -0.28), at(0.62, -0.28)]
        draw.polygon(canvas.points(stamp), fill=CLAY if colour != CLAY else TEAL)
        inner = [at(0.67, -0.7), at(0.83, -0.7), at(0.83, -0.36), at(0.67, -0.36)]
        draw.polygon(canvas.points(inner), fill=SAFFRON)
        return
    for side in (-1, 1):
        draw.polygon(canvas.points([at(side, -1), at(0, 0.15), at(side, 1)]), fill=dark)
    fold = [at(-1, 1), at(0, 0), at(1, 1)]
    draw.polygon(canvas.points(fold), fill=between(colour, INK, 0.08))
    flap = [at(-1, -1), at(-0.1, 0.2), at(0.1, 0.2), at(1, -1)]
    canvas.lay(canvas.mask(flap), colour, shadow=0.3, blur=0.003, shift=(0, 0.003))
    x, y = at(0, 0.12)
    canvas.disc((x, y), 0.015, RUST if colour not in (RUST, CLAY) else SAFFRON)
    canvas.disc((x, y), 0.009, CLAY if colour not in (RUST, CLAY) else SAND)
