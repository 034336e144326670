"""The boxes that MP4 files are made of, and which of them are needed to show and to hear."""

from multimedia.uploads.refusals import BrokenFileError

FREE = b"free"
# What each may hold. Those that are not named here as well hold no others.
KEPT = {
    b"moov": {b"mvhd", b"trak", b"mvex"},
    b"trak": {b"tkhd", b"mdia", b"edts"},
    b"edts": {b"elst"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"vmhd", b"smhd", b"hdlr", b"dinf", b"stbl"},
    b"dinf": {b"dref"},
    b"stbl": {
        *(b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stco", b"co64"),
        *(b"stss", b"stsh", b"sdtp", b"sbgp", b"sgpd"),
    },
    b"mvex": {b"mehd", b"trex"},
    b"moof": {b"mfhd", b"traf"},
    b"traf": {b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd"},
    b"mfra": {b"tfra", b"mfro"},
}


def boxes(data, start, end):
    """Yield kind, place, place of the content and end of the boxes of `data` (bytearray).

    Zeros that end a list stay. Raises `BrokenFileError` where they do not fit together.
    """
    while start < end:
        if not any(data[start : start + 8]) and not any(data[start:end]):
            return
        kind, body, stop = read_box(data[start : start + 16], start, end)
        yield kind, start, body, stop
        start = stop


def read_box(head, start, end):
    """Kind, place of the content and end of the box that begins with `head` at `start`, in
    something that goes up to `end`."""
    size, kind, body = int.from_bytes(head[:4], "big"), bytes(head[4:8]), start + 8
    if size == 1:
        size, body = int.from_bytes(head[8:16], "big"), start + 16
    elif size == 0:
        size = end - start
    if len(head) < 8 or start + size < body or start + size > end:
        raise BrokenFileError("a part that is cut off")
    return kind, body, start + size


def inner(data, start, end, *path):
    """Yield place of the content and end of the boxes on a path within a box."""
    for kind, _at, body, stop in boxes(data, start, end):
        if kind == path[0]:
            if len(path) == 1:
                yield body, stop
            else:
                yield from inner(data, body, stop, *path[1:])


def forget(data, at, body, stop):
    """Make a box free room."""
    data[at + 4 : at + 8] = FREE
    data[body:stop] = bytes(stop - body)
