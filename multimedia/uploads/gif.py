"""GIF files without anything but the picture; not one pixel changes."""

from .refusals import BrokenFileError

EXTENSION, PICTURE, END = 0x21, 0x2C, 0x3B
TIMING, APPLICATION = 0xF9, 0xFF
LOOP = b"\x0bNETSCAPE2.0"


def strip_gif(data):
    """Return `data` (bytes) without comments, texts, XMP and what follows the end.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    try:
        return _strip(data)
    except IndexError:
        raise BrokenFileError("a part that is cut off") from None


def _strip(data):
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while data[at] != END:
        start = at
        if data[at] == EXTENSION:
            at = _after_blocks(data, at + 2)
            if _is_needed(data[start:at]):
                kept.append(data[start:at])
        elif data[at] == PICTURE:
            at = _after_blocks(data, at + 11 + _colours(data[at + 9]))
            kept.append(data[start:at])
        else:
            raise BrokenFileError("a part without its mark")
    return b"".join([*kept, bytes([END])])


def _colours(flags):
    """How many bytes the table of colours takes that these flags tell of."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data, at):
    while data[at]:
        at += data[at] + 1
    return at + 1


def _is_needed(part):
    if part[1] == TIMING:
        return len(part) == 8
    return part[1] == APPLICATION and part[2:14] == LOOP and len(part) == 19
