"""Where in an MP4 file the pictures and sounds of its tracks are."""

import sys
from array import array
from itertools import accumulate

from multimedia.uploads.refusals import BrokenFileError

from .boxes import inner

TABLE = (b"trak", b"mdia", b"minf", b"stbl")


def pieces_of(data, start):
    """A list of (start, end): what the tracks described from `start` in `data` (moov) use.

    Raises `BrokenFileError` where the tables do not fit together.
    """
    pieces = []
    for begin, end in inner(data, start, len(data), *TABLE):
        offsets = _numbers(data, begin, end, b"stco", "I") or _numbers(
            data, begin, end, b"co64", "Q"
        )
        size_at = _sizes(data, begin, end)
        number = 0
        for offset, count in zip(offsets, _counts(data, begin, end, len(offsets)), strict=True):
            pieces.append((offset, offset + size_at(number + count) - size_at(number)))
            number += count
    if not pieces:
        raise BrokenFileError("neither picture nor sound")
    return pieces


def _numbers(data, begin, end, kind, code, columns=1, skip=8):
    """The numbers of a table as an array, each `code`; an empty one where there is none."""
    numbers = array(code)
    for body, stop in inner(data, begin, end, kind):
        count = int.from_bytes(data[body + skip - 4 : body + skip], "big") * columns
        last = body + skip + count * numbers.itemsize
        if last > stop:
            raise BrokenFileError("a table that is cut off")
        numbers.frombytes(data[body + skip : last])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers
    return numbers


def _sizes(data, begin, end):
    """A function: how many bytes the first so many samples have."""
    for body, _stop in inner(data, begin, end, b"stsz"):
        size = int.from_bytes(data[body + 4 : body + 8], "big")
        if size:
            return lambda number: number * size
    totals = [0, *accumulate(_numbers(data, begin, end, b"stsz", "I", skip=12))]

    def total(number):
        if number >= len(totals):
            raise BrokenFileError("more samples than sizes")
        return totals[number]

    return total


def _counts(data, begin, end, chunks):
    """How many samples each of the `chunks` has, in which they are stored."""
    runs = _numbers(data, begin, end, b"stsc", "I", columns=3)
    firsts, counts = runs[0::3], runs[1::3]
    if chunks and (not firsts or firsts[0] != 1):
        raise BrokenFileError("chunks without samples")
    if list(firsts) != sorted(set(firsts)):
        raise BrokenFileError("chunks without order")
    lasts = [*firsts[1:], chunks + 1]
    for first, last, count in zip(firsts, lasts, counts, strict=True):
        yield from [count] * (min(last, chunks + 1) - first)
