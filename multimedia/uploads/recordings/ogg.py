"""Ogg files (Vorbis, Opus, FLAC) without comments and pictures; the sound does not change."""

from dataclasses import dataclass, field

from multimedia.uploads.refusals import BrokenFileError

from .comments import blank_comments
from .overwriting import LONGEST

MARK = b"OggS"
HEADER = 27
FIRST = 2  # flag of the first page of a stream
FLAC = b"\x7fFLAC"
# By how the first packet begins: how many packets come before the sound, how long the mark
# before the comments is, and whether a bit ends them.
CODECS = {b"\1vorbis": (3, 7, True), b"OpusHead": (2, 8, False), FLAC: (None, 4, False)}
CHECK = 22  # where a page holds the sum over itself
POLYNOMIAL = 0x04C11DB7
SEEKTABLE, COMMENTS, PADDING = 3, 4, 1


@dataclass
class Stream:
    """The sound of one serial number, until its headers are read."""

    codec: bytes = b""
    packets: int = 0
    spans: list = field(default_factory=list)  # (place, length) of the parts of a packet
    has_sound: bool = False


def strip_ogg(file):
    """Overwrite titles, names, places and pictures in an `Overwriting`.

    Raises `BrokenFileError` where the pages do not follow each other, and for other codecs.
    """
    at, streams, pages = 0, {}, []
    while at < file.size:
        head = file.read(at, HEADER)
        if head[:4] != MARK:
            raise BrokenFileError("a page without its mark")
        lacing = file.read(at + HEADER, head[26])
        body = at + HEADER + len(lacing)
        serial = head[14:18]
        if head[5] & FIRST:
            streams[serial] = Stream()
        if serial not in streams:
            raise BrokenFileError("a page without a beginning")
        end = body + sum(lacing)
        if end > file.size:
            raise BrokenFileError("a page that is cut off")
        if not streams[serial].has_sound:
            _read_packets(file, streams[serial], body, lacing)
            pages.append((at, end))
        at = end
    for start, end in pages:
        file.write(start + CHECK, _check_of(file.read(start, end - start)))


def _read_packets(file, stream, at, lacing):
    """Overwrite the packets that end on one page, as long as they are headers."""
    for length in lacing:
        stream.spans.append((at, length))
        at += length
        if length == 255:
            continue
        if not stream.has_sound:
            _read_packet(file, stream)
        stream.spans.clear()
        stream.packets += 1


def _read_packet(file, stream):
    if sum(length for _at, length in stream.spans) > LONGEST:
        raise BrokenFileError("a header that is too long")
    packet = b"".join(file.read(at, length) for at, length in stream.spans)
    if stream.packets == 0:
        stream.codec = next((mark for mark in CODECS if packet.startswith(mark)), b"")
        if not stream.codec:
            raise BrokenFileError("neither Vorbis nor Opus nor FLAC")
        return
    headers, mark, framing = CODECS[stream.codec]
    if stream.codec == FLAC:
        clean, stream.has_sound = _without_words(packet)
    else:
        clean = blank_comments(packet, mark, framing=framing) if stream.packets == 1 else packet
        stream.has_sound = stream.packets + 1 == headers
    for at, length in stream.spans:
        file.write(at, clean[:length])
        clean = clean[length:]


def _without_words(packet):
    """A header of FLAC without words and pictures, and whether sound follows."""
    if not packet:
        raise BrokenFileError("a header without content")
    kind, is_last = packet[0] & 0x7F, bool(packet[0] & 0x80)
    if packet[:1] == b"\xff":
        return packet, True
    if kind == COMMENTS:
        packet = blank_comments(packet, 4, framing=False)
    elif kind != SEEKTABLE:
        packet = bytes([packet[0] & 0x80 | PADDING]) + packet[1:4] + bytes(len(packet) - 4)
    return packet, is_last


def _table():
    table = []
    for number in range(256):
        value = number << 24
        for _bit in range(8):
            value = value << 1 ^ (POLYNOMIAL if value & 1 << 31 else 0)
        table.append(value & 0xFFFFFFFF)
    return table


TABLE = _table()


def _check_of(page):
    """The sum over a page, of which the bytes for the sum itself count as zeros."""
    value = 0
    for byte in page[:CHECK] + bytes(4) + page[CHECK + 4 :]:
        value = (value << 8 & 0xFFFFFFFF) ^ TABLE[value >> 24 ^ byte]
    return value.to_bytes(4, "little")
