"""Whether words over a picture can be read: measured, not hoped for.

A sheet of black or white lies between picture and words. How dense it has to be follows
from the brightest or darkest point of the picture as it is delivered.
"""

import math
from dataclasses import dataclass

from django.core.cache import cache
from PIL import Image as Pillow
from wagtail.images.shortcuts import get_rendition_or_not_found

# What WCAG 2 asks of text in any size (success criterion 1.4.3).
RATIO = 4.5
STEP = 5  # per cent
MUCH = 20
# The largest size in which pictures with words on them are shown.
DELIVERED = "width-1600|format-webp"
WEIGHTS = (0.2126, 0.7152, 0.0722, 0)


@dataclass(frozen=True)
class Veil:
    """The sheet between a picture and the words on it."""

    words: str  # "light" words on black or "dark" words on white
    percent: int  # how much of the sheet covers the picture

    @property
    def opacity(self):
        """The same as the value of an SVG attribute."""
        return f"{self.percent / 100:g}"


# Readable over whatever moves behind it: as over a picture with a white point.
DENSEST = Veil("light", 55)


def linear(value):
    """The light (0 to 1) of a channel's value (0 to 255), as WCAG defines it."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast(first, second):
    """The contrast ratio of two luminances."""
    lighter, darker = max(first, second), min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


def extreme(picture, words, percent):
    """The luminance of the point of `picture` under a veil that is worst for the words.

    `picture` is a Pillow image of mode RGB. Never better than the truth: luminances are
    whole numbers here, rounded to the side of the words.
    """
    sheet, toward = (0, math.ceil) if words == "light" else (255, math.floor)
    share = percent / 100
    seen = [linear(value * (1 - share) + sheet * share) for value in range(256)]
    light = picture.point([toward(255 * value) for value in seen] * 3).convert("L", WEIGHTS)
    darkest, brightest = light.getextrema()
    return min(1, (brightest + 1) / 255) if words == "light" else max(0, (darkest - 1) / 255)


def percent_for(picture, words):
    """The thinnest veil, in per cent, under which all of `picture` leaves words readable."""
    colour = 1.0 if words == "light" else 0.0
    for percent in range(0, 100, STEP):
        if contrast(colour, extreme(picture, words, percent)) >= RATIO:
            return percent
    return 100


def veil_for(picture):
    """The veil (`Veil`) for a Pillow image: black, unless a white one is much thinner."""
    picture = picture.convert("RGB")
    light, dark = (Veil(words, percent_for(picture, words)) for words in ("light", "dark"))
    return dark if dark.percent + MUCH <= light.percent else light


def veil_over(image):
    """The `Veil` for a picture of the library; measured once for each of its files."""
    key = f"veil-{image.pk}-{image.file_hash or image.file.name}".replace("/", "-")
    veil = cache.get(key)
    if veil is None:
        rendition = get_rendition_or_not_found(image, DELIVERED)
        try:
            with rendition.file.open("rb") as file, Pillow.open(file) as picture:
                veil = veil_for(picture)
        except OSError:
            return DENSEST  # the file is gone
        cache.set(key, veil, None)
    return veil
