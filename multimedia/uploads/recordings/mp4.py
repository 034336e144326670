"""MP4 and M4A files without anything but picture and sound; not one moment changes."""

from multimedia.uploads.refusals import BrokenFileError

from .boxes import FREE, read_box
from .mp4_boxes import clean_description
from .samples import pieces_of

DESCRIPTIONS = {b"moov", b"moof", b"mfra"}
PASSED = {b"ftyp", b"styp", b"sidx", b"mdat"}


def strip_mp4(file):
    """Overwrite names, places, times, devices and tracks that are neither picture nor sound,
    such as those of places, in an `Overwriting`.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    data, described, parts = [], None, set()
    taken_out = False
    for kind, at, body, end in list(_top(file)):
        if kind == b"mdat":
            data.append((body, end))
        if kind in DESCRIPTIONS:
            description = bytearray(file.read(at, end - at))
            taken_out |= clean_description(description, body - at, kind)
            file.write(at, bytes(description))
            if kind == b"moov":
                if described is not None:
                    raise BrokenFileError("two descriptions")
                described = (description, body - at)
        elif kind not in PASSED:
            file.write(at + 4, FREE)
            file.blank(body, end)
        parts.add(kind)
    if described is None:
        raise BrokenFileError("no description")
    if b"moof" not in parts:
        _blank_rest(file, data, pieces_of(*described))
    elif taken_out:
        raise BrokenFileError("tracks that cannot be told apart")


def _top(file):
    """Yield kind, place, place of the content and end of the boxes of a file."""
    at = 0
    while at < file.size:
        kind, body, end = read_box(file.peek(at, 16), at, file.size)
        yield kind, at, body, end
        at = end


def _blank_rest(file, data, pieces):
    """Overwrite whatever no track that is kept uses of the places `data`."""
    pieces = sorted(piece for piece in pieces if piece[0] < piece[1])
    for first, last in pieces:
        if not any(start <= first and last <= end for start, end in data):
            raise BrokenFileError("a moment that is not there")
    for start, end in data:
        at = start
        for first, last in pieces:
            if start <= first < end:
                file.blank(at, first)
                at = max(at, last)
        file.blank(at, end)
