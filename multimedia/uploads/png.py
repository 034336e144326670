"""PNG files without anything but the picture; not one pixel changes."""

import zlib

from .refusals import BrokenFileError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# How long each part may be: one that is longer than its format needs hides something.
NEEDED = {
    b"IHDR": 13,
    b"PLTE": 768,
    b"IDAT": None,
    b"IEND": 0,
    b"tRNS": 256,
    b"gAMA": 4,
    b"cHRM": 32,
    b"sRGB": 1,
    b"sBIT": 4,
    b"pHYs": 9,
    b"acTL": 8,
    b"fcTL": 26,
    b"fdAT": None,
}


def strip_png(data):
    """Return `data` (bytes) without texts, times, profiles, EXIF and what follows the end.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    kept, at = [SIGNATURE], len(SIGNATURE)
    while True:
        length = int.from_bytes(data[at : at + 4], "big")
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if len(kind) < 4 or end > len(data):
            raise BrokenFileError("a part that is cut off")
        longest = NEEDED.get(kind, -1)
        if longest is None or length <= longest:
            if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
                raise BrokenFileError("a part that was damaged")
            kept.append(data[at:end])
        elif kind[:1].isupper():
            raise BrokenFileError("a part that nobody knows")
        if kind == b"IEND":
            return b"".join(kept)
        at = end
