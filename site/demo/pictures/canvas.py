"""A sheet to paint on, and the colours that all pictures share."""

import math
import random
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
# Drawn larger and then reduced: that is what makes the edges smooth.
FINER = 1.5

INK = "#0c2a30"
NAVY = "#174650"
TEAL = "#2a6d72"
SEA = "#6fa9a2"
MIST = "#cddcd8"
SAND = "#efdfc3"
PAPER = "#faf3e6"
SAFFRON = "#e9a441"
CLAY = "#c9623f"
RUST = "#8d3b2c"
ROSE = "#e5ab92"
MOSS = "#64794f"
PINE = "#2c4a40"


def rgb(colour):
    """(red, green, blue) of "#rrggbb"."""
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def between(first, second, share):
    """The colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    mixed = (round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def along(colours, share):
    """The colour at `share` (0 to 1) of a scale through all `colours`."""
    place = min(max(share, 0), 1) * (len(colours) - 1)
    index = min(int(place), len(colours) - 2)
    return between(colours[index], colours[index + 1], place - index)


class Canvas:
    """A picture in the making. Lengths are fractions of its width, so that none is in pixels.

    `random` always gives the same numbers for the same seed.
    """

    def __init__(self, seed):
        self.random = random.Random(seed)  # noqa: S311 - for a drawing, not for a secret
        self.width, self.height = round(WIDTH * FINER), round(HEIGHT * FINER)
        self.bottom = self.height / self.width
        self.image = Image.new("RGB", (self.width, self.height))

    def px(self, *lengths):
        """Fractions of the width as pixels."""
        return [length * self.width for length in lengths]

    def points(self, points):
        """Points in fractions of the width as points in pixels."""
        return [(x * self.width, y * self.width) for x, y in points]

    def gradient(self, *colours, start=0.0, end=None):
        """A sheet that goes through `colours` from height `start` down to `end`."""
        end = self.bottom if end is None else end
        first, last = start * self.width, end * self.width
        column = Image.new("RGB", (1, self.height))
        column.putdata(
            [rgb(along(colours, (y - first) / (last - first))) for y in range(self.height)]
        )
        return column.resize((self.width, self.height), Image.Resampling.NEAREST)

    def fill(self, sheet):
        """Cover everything with a sheet or a colour."""
        self.image.paste(sheet if isinstance(sheet, Image.Image) else rgb(sheet), self.whole)

    @property
    def whole(self):
        """The box that is the whole picture."""
        return (0, 0, self.width, self.height)

    def mask(self, *polygons):
        """What lies inside any of the polygons."""
        mask = Image.new("L", (self.width, self.height))
        draw = ImageDraw.Draw(mask)
        for polygon in polygons:
            draw.polygon(self.points(polygon), fill=255)
        return mask

    def lay(self, mask, sheet, *, shadow=0.35, blur=0.006, shift=(0.0, -0.002)):
        """Lay a cut sheet (or colour) on the picture, with the soft shadow of its edge."""
        if shadow:
            small = mask.reduce(8)
            soft = small.filter(ImageFilter.GaussianBlur(blur * self.width / 8))
            soft = soft.point(lambda value: value * shadow)
            soft = soft.resize(mask.size, Image.Resampling.BILINEAR)
            offset = tuple(round(length) for length in self.px(*shift))
            self.image.paste(rgb(INK), offset, soft)
        if isinstance(sheet, Image.Image):
            self.image.paste(sheet, (0, 0), mask)
        else:
            self.image.paste(rgb(sheet), self.whole, mask)

    def glow(self, centre, radius, colour, strength=0.6):
        """Light around a point, fading out to `radius`."""
        size = round(2 * radius * self.width)
        light = Image.radial_gradient("L").point(
            lambda value: max(0, 1 - value / 181) ** 2 * 255 * strength
        )
        x, y = self.px(centre[0] - radius, centre[1] - radius)
        self.image.paste(rgb(colour), (round(x), round(y)), light.resize((size, size)))

    def disc(self, centre, radius, colour):
        """A full circle."""
        x, y = centre
        box = self.px(x - radius, y - radius, x + radius, y + radius)
        ImageDraw.Draw(self.image).ellipse(box, fill=colour)

    def ridge(self, base, height, waves):
        """Points of a line from edge to edge around `base`, as rough as there are `waves`."""
        parts = [
            (2 * math.pi * count, self.random.uniform(0, 2 * math.pi), height / count**0.9)
            for count in waves
        ]
        xs = [step / 400 for step in range(401)]
        return [(x, base + sum(a * math.sin(f * x + p) for f, p, a in parts)) for x in xs]

    def below(self, line):
        """The polygon between a line and the lower edge of the picture."""
        return [*line, (1.0, self.bottom), (0.0, self.bottom)]

    def field(self, *octaves, slope=lambda x, y: 0.0):
        """Soft random heights, 0 to 1 or so, over the whole picture (an image of mode "F").

        `octaves` are (cells across, weight); `slope` adds to the height at (x, y).
        """
        size = (200, 134)
        heights = [slope(x / size[0], y / size[0]) for y in range(size[1]) for x in range(size[0])]
        for cells, weight in octaves:
            grid = (cells, max(2, round(cells * self.bottom)))
            noise = Image.frombytes("L", grid, self.random.randbytes(grid[0] * grid[1]))
            smooth = noise.convert("F").resize(size, Image.Resampling.BICUBIC)
            values = smooth.get_flattened_data()
            heights = [h + weight * v / 255 for h, v in zip(heights, values, strict=True)]
        field = Image.new("F", size)
        field.putdata(heights)
        return field.resize((self.width, self.height), Image.Resampling.BICUBIC)

    def above(self, field, level):
        """The mask of where a field is higher than `level`."""
        steep = 150_000.0
        return field.point(lambda value: value * steep + (127.0 - level * steep)).convert("L")

    def webp(self, quality=80):
        """The finished picture as the bytes of a file."""
        file = BytesIO()
        finished = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        finished.save(file, "WEBP", quality=quality, method=4)
        return file.getvalue()
