"""JPEG files without anything but the picture; not one pixel changes."""

import re

from .refusals import BrokenFileError

END = 0xD9
SCAN = 0xDA
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
# Frames, tables, scans, restart intervals and the number of lines: what decoding needs.
NEEDED = {*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD} - {0xC8}
# Within a scan, FF is followed by 00 or a restart mark; anything else ends it.
END_OF_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def strip_jpeg(data):
    """Return `data` (bytes) without comments, application data, thumbnails and what follows.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    kept, at = [b"\xff\xd8"], 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise BrokenFileError("a part without its mark")
        while data[at : at + 1] == b"\xff":
            at += 1
        mark = data[at] if at < len(data) else END
        at += 1
        if mark == END:
            return b"".join([*kept, b"\xff\xd9"])
        if mark in WITHOUT_LENGTH:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or end < at + 2:
            raise BrokenFileError("a part that is cut off")
        body = _body(mark, data[at + 2 : end])
        if body is not None:
            length = (len(body) + 2).to_bytes(2, "big")
            kept.append(bytes([0xFF, mark]) + length + body)
        at = end
        if mark == SCAN:
            found = END_OF_SCAN.search(data, at)
            if not found:
                raise BrokenFileError("a picture that is cut off")
            kept.append(data[at : found.start()])
            at = found.start()


def _body(mark, body):
    """What is kept of one part; None for all of those that hold no picture."""
    if mark in NEEDED:
        return body
    if mark == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"  # resolution, without the thumbnail
    if mark == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        return b"Adobe\0d\0\0\0\0" + body[11:12]  # how colours were turned
    return None
