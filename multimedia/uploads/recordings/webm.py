"""WebM files without anything but picture and sound; not one moment changes."""

from multimedia.uploads.refusals import BrokenFileError

from .comments import blank_vorbis
from .elements import (
    CODEC,
    CODEC_PRIVATE,
    ENTERED,
    KEPT,
    PASSED,
    PROGRAMS,
    SEEK,
    SEEK_ID,
    TRACK,
    TRACK_TYPE,
    TRACKS,
)

VOID = b"\xec"
FILM_AND_SOUND = {1, 2}
HEADER = 12  # the longest name and length of an element


def strip_webm(file):
    """Overwrite titles, names, dates, tags, chapters and attachments in an `Overwriting`.

    What goes becomes an element that says that it is void. Raises `BrokenFileError` where the
    parts of the file do not fit together, and for what is neither picture nor sound.
    """
    at, has_tracks = 0, False
    while at < file.size:
        name, length, body = _header(file.peek(at, HEADER), 0)
        body += at
        if name in ENTERED:
            at = body
            continue
        if length is None:
            raise BrokenFileError("a part without its length")
        end = body + length
        if name in PASSED:
            at = end  # the last one may be cut off
            continue
        if end > file.size:
            raise BrokenFileError("a part that is cut off")
        if name in KEPT:
            has_tracks |= name == TRACKS
            data = bytearray(file.read(at, end - at))
            _sweep(data, body - at, len(data), name)
            file.write(at, bytes(data))
        else:
            file.write(at, _void_header(end - at))
            file.blank(at + len(_void_header(end - at)), end)
        at = end
    if not has_tracks:
        raise BrokenFileError("neither picture nor sound")


def _header(data, at):
    """Name, length (None for an unknown one) and place of the content of an element."""
    try:
        name_length = 9 - data[at].bit_length()
        size_length = 9 - data[at + name_length].bit_length()
    except IndexError:
        raise BrokenFileError("a part that is cut off") from None
    body = at + name_length + size_length
    size = data[at + name_length : body]
    if name_length > 4 or size_length > 8 or len(size) < size_length:
        raise BrokenFileError("a part without its name")
    unknown = (1 << 7 * size_length) - 1
    length = int.from_bytes(size, "big") & unknown
    return bytes(data[at : at + name_length]), None if length == unknown else length, body


def _void_header(total):
    """How an element begins that is void and has `total` bytes with this."""
    if total < 9:
        return VOID + bytes([0x80 | total - 2])
    return VOID + (1 << 56 | total - 9).to_bytes(8, "big")


def _children(data, start, end):
    """Yield name, place, place of the content and end of the elements within one."""
    while start < end:
        name, length, body = _header(data, start)
        if length is None or body + length > end:
            raise BrokenFileError("a part that is cut off")
        yield name, start, body, body + length
        start = body + length


def _sweep(data, start, end, parent):
    """Make void what is not needed within an element of `data`."""
    if parent == TRACK:
        _clean_track(data, start, end)
    for name, at, body, stop in _children(data, start, end):
        if name in KEPT[parent] and not (name == SEEK and _leads_away(data, body, stop)):
            if name in KEPT:
                _sweep(data, body, stop, name)
            elif name in PROGRAMS:
                data[body:stop] = b" " * (stop - body)
        else:
            head = _void_header(stop - at)
            data[at:stop] = head + bytes(stop - at - len(head))


def _clean_track(data, start, end):
    """Look at one track; the headers of Vorbis hold comments."""
    found = {name: (body, stop) for name, _at, body, stop in _children(data, start, end)}
    kind, codec, private = (
        bytes(data[slice(*found.get(name, (0, 0)))]) for name in (TRACK_TYPE, CODEC, CODEC_PRIVATE)
    )
    if int.from_bytes(kind, "big") not in FILM_AND_SOUND:
        raise BrokenFileError("neither picture nor sound")
    if codec.rstrip(b"\0") == b"A_VORBIS":
        body, stop = found.get(CODEC_PRIVATE, (0, 0))
        data[body:stop] = blank_vorbis(private)


def _leads_away(data, start, end):
    """Whether an entry of the table of contents leads to what has become void."""
    for name, _at, body, stop in _children(data, start, end):
        if name == SEEK_ID:
            return bytes(data[body:stop]) not in KEPT.keys() | ENTERED
    return True
