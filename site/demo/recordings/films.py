"""Short films, drawn frame by frame."""

import math
import random

from PIL import Image, ImageDraw, ImageFilter

from demo.pictures.canvas import INK, NAVY, PAPER, ROSE, SAFFRON, TEAL, along, between, rgb

from .mp4 import encode

SIZE = (640, 360)
FRAMES_A_SECOND = 8
HORIZON = 170


def crossing():
    """Six seconds: a ferry with lit windows crosses the bay in the evening."""
    shore, moments = evening(), 48
    frames = [with_ferry(shore, moment / (moments - 1), moment) for moment in range(moments)]
    return encode(frames, FRAMES_A_SECOND)


def glimmer():
    """Four seconds without beginning or end: light on the water."""
    shore, moments = evening(), 32
    frames = [with_light(shore, moment / moments) for moment in range(moments)]
    return encode(frames, FRAMES_A_SECOND)


def evening():
    """Sky, low islands and quiet water."""
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    sky = [NAVY, TEAL, between(ROSE, SAFFRON, 0.4), between(SAFFRON, PAPER, 0.4)]
    water = [between(ROSE, TEAL, 0.55), TEAL, NAVY, INK]
    lines(draw, sky, 0, HORIZON)
    draw.ellipse((290, HORIZON - 34, 350, HORIZON + 26), fill=between(PAPER, SAFFRON, 0.3))
    lines(draw, water, HORIZON, SIZE[1])
    for start, width, height in ((-60, 260, 22), (430, 300, 30)):
        hill = [
            (start + x, HORIZON - height * math.sin(math.pi * x / width) ** 2)
            for x in range(0, width + 1, 4)
        ]
        draw.polygon([*hill, (start + width, HORIZON), (start, HORIZON)], fill=NAVY)
    return image


def lines(draw, colours, first, last):
    """Draw line after line from one height to another, going through the colours."""
    for y in range(first, last):
        colour = along(colours, min((y - first) / (last - first), 0.999))
        draw.line([(0, y), (SIZE[0], y)], fill=colour)


def with_light(image, share):
    """`image` with the sun's path on the water, at a moment (0 to 1) of its play."""
    image = image.copy()
    draw = ImageDraw.Draw(image)
    rng = random.Random("light")  # noqa: S311 - a drawing, not a secret
    for number in range(46):
        y = HORIZON + 4 + number * 4
        phase, reach = rng.random(), 12 + number * 1.5
        swing = math.sin(2 * math.pi * (share + phase))
        middle = 320 + (rng.random() - 0.5) * reach * 1.6 + 5 * swing
        half = max(2, reach * (0.35 + 0.25 * swing))
        colour = between(along([PAPER, SAFFRON, TEAL], min(number / 46, 0.99)), TEAL, 0.25)
        draw.rounded_rectangle((middle - half, y, middle + half, y + 1.6), 1, fill=colour)
    return image


def with_ferry(image, share, moment):
    """`image` with light on the water and the ferry at a share of its way."""
    image = with_light(image, moment / 16 % 1)
    x, y = 560 - 470 * share, 236 + 2 * math.sin(moment / 3)
    glow = Image.new("L", SIZE)
    ImageDraw.Draw(glow).ellipse((x - 40, y - 26, x + 130, y + 40), fill=90)
    image.paste(rgb(SAFFRON), (0, 0), glow.filter(ImageFilter.GaussianBlur(18)))
    draw = ImageDraw.Draw(image)
    hull = [(x, y), (x + 96, y), (x + 84, y + 20), (x + 10, y + 20)]
    draw.polygon(hull, fill=INK)
    draw.rectangle((x + 18, y - 18, x + 80, y), fill=between(NAVY, INK, 0.4))
    draw.rectangle((x + 26, y - 30, x + 48, y - 18), fill=between(NAVY, INK, 0.4))
    draw.line([(x + 37, y - 30), (x + 37, y - 46)], fill=INK, width=2)
    for window in range(5):
        left = x + 23 + window * 11
        draw.rectangle((left, y - 13, left + 6, y - 6), fill=between(SAFFRON, PAPER, 0.4))
    for wave in range(4):
        left = x + 100 + wave * 22
        draw.line([(left, y + 19), (left + 14, y + 19)], fill=between(PAPER, TEAL, 0.55))
    return image
