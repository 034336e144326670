"""WebP files without anything but the picture; not one pixel changes."""

from .refusals import BrokenFileError

NEEDED = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
FRAME = b"ANMF"
FRAME_HEADER = 16
# Flags of VP8X: there is a profile, EXIF, XMP.
PROFILE_EXIF_XMP = 0x20 | 0x08 | 0x04


def strip_webp(data):
    """Return `data` (bytes) without profile, EXIF, XMP, unknown parts and what follows.

    Raises `BrokenFileError` where the parts of the file do not fit together.
    """
    size = int.from_bytes(data[4:8], "little")
    if size + 8 > len(data):
        raise BrokenFileError("a picture that is cut off")
    body = b"WEBP" + _strip(data[12 : 8 + size])
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def is_lossless(data):
    """Whether the picture was compressed without loss."""
    return b"VP8L" in data[12:64]


def _strip(parts):
    kept, at = [], 0
    while at + 8 <= len(parts):
        kind = parts[at : at + 4]
        length = int.from_bytes(parts[at + 4 : at + 8], "little")
        body = parts[at + 8 : at + 8 + length]
        if len(body) < length:
            raise BrokenFileError("a part that is cut off")
        if kind == b"VP8X":
            body = bytes([body[0] & ~PROFILE_EXIF_XMP]) + body[1:10]
        if kind == FRAME:
            body = body[:FRAME_HEADER] + _strip(body[FRAME_HEADER:])
        if kind in NEEDED:
            kept += [kind, len(body).to_bytes(4, "little"), body, b"\0" * (len(body) % 2)]
        at += 8 + length + length % 2
    return b"".join(kept)
