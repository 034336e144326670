"""Landscapes as one sees them: hills, the sea in the evening, a forest."""

from PIL import ImageDraw

from .canvas import (
    CLAY,
    INK,
    MIST,
    MOSS,
    NAVY,
    PAPER,
    PINE,
    ROSE,
    SAFFRON,
    SAND,
    SEA,
    TEAL,
    along,
    between,
)


def hills(canvas):
    """Seven hills behind one another in the morning mist, and the sun."""
    canvas.fill(canvas.gradient(between(SEA, PAPER, 0.55), PAPER, between(ROSE, PAPER, 0.3)))
    canvas.glow((0.68, 0.2), 0.42, SAFFRON, 0.5)
    canvas.disc((0.68, 0.2), 0.055, between(SAFFRON, PAPER, 0.35))
    colours = [between(ROSE, MIST, 0.5), SEA, TEAL, NAVY, INK]
    count = 7
    for number in range(count):
        share = number / (count - 1)
        base = 0.27 + 0.34 * share**1.15
        line = canvas.ridge(base, 0.016 + 0.02 * share, [1.3, 2.1, 3.7, 7.1, 13])
        colour = along(colours, share)
        misty = between(colour, PAPER, 0.45 * (1 - share) + 0.12)
        sheet = canvas.gradient(colour, misty, start=base - 0.06, end=base + 0.16)
        canvas.lay(canvas.mask(canvas.below(line)), sheet, shadow=0.12 + 0.2 * share)


def dusk(canvas):
    """The sun on the horizon of a quiet sea, islands, its light on the water."""
    horizon = 0.36
    canvas.fill(
        canvas.gradient(
            NAVY,
            between(NAVY, TEAL, 0.6),
            between(TEAL, ROSE, 0.55),
            ROSE,
            between(ROSE, SAFFRON, 0.6),
            between(SAFFRON, PAPER, 0.35),
            end=horizon,
        )
    )
    canvas.glow((0.42, horizon), 0.5, PAPER, 0.45)
    canvas.disc((0.42, horizon - 0.012), 0.075, between(PAPER, SAFFRON, 0.18))
    for base, height, colour in ((0.352, 0.007, between(CLAY, ROSE, 0.55)), (0.36, 0.01, TEAL)):
        line = canvas.ridge(base, height, [0.7, 1.9, 4.3, 9])
        canvas.lay(canvas.mask(canvas.below(line)), colour, shadow=0)
    water = canvas.gradient(between(ROSE, SEA, 0.35), TEAL, NAVY, INK, start=horizon)
    sea = [(0, horizon), (1, horizon), (1, canvas.bottom), (0, canvas.bottom)]
    canvas.lay(canvas.mask(sea), water, shadow=0)
    _light_on_water(canvas, horizon)
    shore = canvas.ridge(0.625, 0.011, [0.6, 1.7, 3.1])
    canvas.lay(canvas.mask(canvas.below(shore)), between(INK, "#000000", 0.25), shadow=0.3)


def _light_on_water(canvas, horizon):
    draw = ImageDraw.Draw(canvas.image)
    for row in range(64):
        share = row / 63
        y = horizon + 0.003 + share**1.5 * 0.3
        thick = 0.0006 + 0.0034 * share
        colour = along([PAPER, SAFFRON, CLAY, TEAL], share * 0.85)
        for _ in range(3):
            reach = (0.07 + 0.1 * share) * canvas.random.uniform(0.15, 1)
            centre = 0.42 + canvas.random.gauss(0, 0.012 + 0.035 * share)
            lens = [
                (centre - reach, y),
                (centre - reach * 0.3, y - thick),
                (centre + reach * 0.4, y - thick * 0.8),
                (centre + reach, y),
                (centre + reach * 0.3, y + thick),
                (centre - reach * 0.4, y + thick * 0.8),
            ]
            draw.polygon(canvas.points(lens), fill=colour)


def forest(canvas):
    """Trunks that go back into the light."""
    canvas.fill(canvas.gradient(between(MOSS, PAPER, 0.5), PAPER, between(SAND, MOSS, 0.3)))
    canvas.glow((0.55, 0.26), 0.5, PAPER, 0.9)
    scale = [between(MOSS, PAPER, 0.62), between(MOSS, PAPER, 0.25), MOSS, PINE, INK]
    for depth in range(5):
        share = depth / 4
        colour = along(scale, share)
        ground = canvas.ridge(0.44 + 0.17 * share, 0.01, [1.2, 2.9, 5.3])
        trunks = [_trunk(canvas, share) for _ in range(round(26 - 18 * share))]
        crown = canvas.ridge(0.15 - 0.13 * share, 0.018, [2.3, 4.1, 9.7, 17, 31])
        crown = [*crown, (1.0, -0.1), (0.0, -0.1)]
        fading = canvas.gradient(colour, between(colour, PAPER, 0.4 * (1 - share)))
        canvas.lay(
            canvas.mask(canvas.below(ground), crown, *trunks), fading, shadow=0.1 + 0.16 * share
        )


def _trunk(canvas, share):
    x = canvas.random.uniform(-0.02, 1.02)
    if share > 0.6 and 0.38 < x < 0.66:
        x = x - 0.4 if x < 0.52 else x + 0.36
    half = (0.003 + 0.011 * share) * canvas.random.uniform(0.7, 1.3)
    lean = canvas.random.uniform(-0.012, 0.012) * (1 + share)
    foot = canvas.bottom
    return [
        (x + lean - half * 0.7, -0.01),
        (x + lean + half * 0.7, -0.01),
        (x + half, foot * 0.7),
        (x + half * 1.9, foot),
        (x - half * 1.9, foot),
        (x - half, foot * 0.7),
    ]
