"""Cloth from the loom."""

from PIL import ImageDraw

from .canvas import CLAY, INK, NAVY, PAPER, RUST, SAFFRON, SAND, TEAL, between

CELLS = 120  # threads across


def weaving(canvas):
    """Bands of a woven cloth: lozenges, steps, zigzags."""
    size = canvas.width / CELLS
    rows = round(canvas.height / size) + 1
    canvas.fill(INK)
    draw = ImageDraw.Draw(canvas.image)
    for row in range(rows):
        for column in range(CELLS):
            colour = _colour(column, row)
            tone = canvas.random.uniform(-0.05, 0.05)
            colour = between(colour, PAPER if tone > 0 else INK, abs(tone))
            _stitch(draw, column, row, size, colour)


def _stitch(draw, column, row, size, colour):
    """One thread over another: a rounded field, lighter along its upper edge."""
    x, y = column * size, row * size
    upright = (column + row) % 2
    gap = size * 0.07
    box = [x + gap, y - gap, x + size - gap, y + size + gap]
    if not upright:
        box = [x - gap, y + gap, x + size + gap, y + size - gap]
    draw.rounded_rectangle(box, size * 0.25, fill=between(colour, INK, 0.12))
    shine = [box[0] + size * 0.12, box[1] + size * 0.1, box[2] - size * 0.12, box[3] - size * 0.3]
    draw.rounded_rectangle(shine, size * 0.2, fill=colour)


# (threads high, pattern); a pattern gives the colour at (column, row within the band).
def _plain(colour):
    return lambda column, row: colour


def _zigzag(column, row):
    wave = abs((column % 12) - 6)
    return SAFFRON if (wave + row) % 6 < 2 else RUST


def _lozenges(column, row):
    distance = abs((column % 30) - 15) + abs(row - 15)
    rings = (PAPER, CLAY, CLAY, SAFFRON, INK, INK, TEAL, TEAL, SAND, RUST, RUST, INK, SAFFRON)
    if distance < 13:
        return rings[distance]
    corner = 30 - distance
    if corner < 9:
        return (TEAL, TEAL, SAFFRON, INK, INK, CLAY, CLAY, SAND, INK)[corner]
    return between(NAVY, INK, 0.35)


def _steps(column, row):
    height = abs((column % 20) - 10) // 2 * 2
    if row > height + 1:
        return CLAY
    return SAND if row > height - 1 else NAVY


def _stars(column, row):
    x, y = abs((column % 18) - 9), abs(row - 7)
    if max(x, y) <= 1 or (x == y and x <= 5) or (x + y <= 6 and min(x, y) == 0):
        return SAFFRON if max(x, y) > 1 else PAPER
    return between(TEAL, INK, 0.25)


BANDS = (
    (4, _plain(RUST)),
    (1, _plain(SAFFRON)),
    (8, _zigzag),
    (1, _plain(SAFFRON)),
    (2, _plain(INK)),
    (31, _lozenges),
    (2, _plain(INK)),
    (1, _plain(SAND)),
    (12, _steps),
    (1, _plain(SAND)),
    (15, _stars),
    (1, _plain(SAND)),
    (2, _plain(CLAY)),
)
ROWS = sum(height for height, _pattern in BANDS)


def _colour(column, row):
    row %= ROWS
    for height, pattern in BANDS:
        if row < height:
            return pattern(column, row)
        row -= height
    raise AssertionError("the bands fill all rows")
