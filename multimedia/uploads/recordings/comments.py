"""The comments of Vorbis, as Ogg, FLAC and WebM also hold them."""

from multimedia.uploads.refusals import BrokenFileError


def blank_comments(packet, mark, *, framing):
    """Return `packet` in its length without comments: its first `mark` bytes, then a name of
    the program made of spaces. `framing` adds the bit that Vorbis ends with.
    """
    spaces = len(packet) - mark - 8 - framing
    if spaces < 0:
        raise BrokenFileError("comments that are cut off")
    length = spaces.to_bytes(4, "little")
    return packet[:mark] + length + b" " * spaces + bytes(4) + b"\1" * framing


def blank_vorbis(headers):
    """Likewise for the three headers of Vorbis in one, as WebM holds them."""
    lengths, at = [], 1
    if headers[:1] != b"\2":
        raise BrokenFileError("no headers of Vorbis")
    while len(lengths) < 2:
        length = 0
        while headers[at : at + 1] == b"\xff":
            length, at = length + 255, at + 1
        if at >= len(headers):
            raise BrokenFileError("headers that are cut off")
        lengths.append(length + headers[at])
        at += 1
    start = at + lengths[0]
    end = start + lengths[1]
    packet = headers[start:end]
    if not packet.startswith(b"\3vorbis"):
        raise BrokenFileError("no comments of Vorbis")
    return headers[:start] + blank_comments(packet, 7, framing=True) + headers[end:]
