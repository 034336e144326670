"""WAV files without anything but the sound; not one sample changes."""

from multimedia.uploads.refusals import BrokenFileError

# The format, the samples, and how many there are; everything else is words or pictures.
NEEDED = {b"fmt ": 64, b"data": None, b"fact": 12}
UNKNOWN = 0xFFFFFFFF


def strip_wav(file):
    """Overwrite titles, names, places and times in an `Overwriting`.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    at, found = 12, set()
    while at + 8 <= file.size:
        head = file.read(at, 8)
        kind, length = head[:4], int.from_bytes(head[4:], "little")
        end = at + 8 + length
        if kind == b"data" and (length == UNKNOWN or end > file.size):
            end = file.size  # written by a program that did not know how long it would get
        if end > file.size:
            raise BrokenFileError("a part that is cut off")
        longest = NEEDED.get(kind, -1)
        if longest is None or length <= longest:
            found.add(kind)
        else:
            file.write(at, b"JUNK")
            file.blank(at + 8, end)
        padding = min(end + end % 2, file.size)
        file.blank(end, padding)
        at = padding
    file.blank(at, file.size)
    if not {b"fmt ", b"data"} <= found:
        raise BrokenFileError("no sound")
