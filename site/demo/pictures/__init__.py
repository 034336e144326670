"""Pictures drawn by code: layered paper, water, cloth. The same every time, nobody's photograph.

Each drawing is a function that takes a `Canvas` and paints on it.
"""

import os
from concurrent.futures import ThreadPoolExecutor

from .canvas import Canvas
from .cloth import weaving
from .land import contours, delta, terraces
from .paper import envelopes, kites
from .town import lanterns, rooftops, windows
from .view import dusk, forest, hills

DRAWINGS = {
    drawing.__name__: drawing
    for drawing in (
        contours,
        delta,
        dusk,
        envelopes,
        forest,
        hills,
        kites,
        lanterns,
        rooftops,
        terraces,
        weaving,
        windows,
    )
}


def draw_all(names):
    """The pictures of those names, several at a time; Pillow does not hold back threads."""
    names = list(names)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(names, pool.map(draw, names), strict=True))


def draw(name):
    """The picture of that name as the bytes of a WebP file."""
    canvas = Canvas(seed=name)
    DRAWINGS[name](canvas)
    return canvas.webp()
