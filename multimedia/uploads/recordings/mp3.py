"""MP3 files without anything but the sound: whatever is no piece of sound becomes zeros."""

import re

from multimedia.uploads.refusals import BrokenFileError

# Kilobits a second by the number in a frame; the first list for MPEG 1, the second for 2, 2.5.
RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
START = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
# Where words begin behind a last piece of sound that is shorter than it says.
WORDS = re.compile(rb"TAG|ID3|3DI|APETAGEX|LYRICSBEGIN|LYRICS200")
PIECE = 64 * 1024
IN_A_ROW = 4


def strip_mp3(file):
    """Overwrite tags wherever they stand in an `Overwriting`: ID3, APE, Lyrics3, pictures.

    An ID3 tag at the start stays as an empty one: by it, programs know what the file is.
    Raises `BrokenFileError` where there is no sound.
    """
    at = _after_tags(file)
    start, kind = _next_frame(file, at, None)
    if start is None:
        raise BrokenFileError("no sound")
    while start is not None:
        file.blank(at, start)
        at = _after_frames(file, start, kind)
        start, _kind = _next_frame(file, at, kind)
    file.blank(at, file.size)


def _after_tags(file):
    """Empty the ID3 tags at the start; return where they end."""
    at = 0
    while (head := file.peek(at, 10)).startswith(b"ID3") and len(head) == 10:
        length = 0
        for byte in head[6:]:
            if byte > 0x7F:
                raise BrokenFileError("a tag without its length")
            length = length << 7 | byte
        end = at + 10 + length + (10 if head[5] & 0x10 else 0)
        if end > file.size:
            raise BrokenFileError("a tag that is cut off")
        # Its flags told of what is no longer there.
        file.write(at + 5, b"\0")
        file.blank(at + 10, end)
        at = end
    return at


def _next_frame(file, at, kind):
    """Where the next piece of sound begins at or after `at`, and its kind; else None, None."""
    while at < file.size:
        piece = file.peek(at, PIECE)
        for match in START.finditer(piece):
            start = at + match.start()
            found = _frame(file, start)[1]
            if found and kind in {None, found} and _is_followed(file, start, found):
                return start, found
        at += max(len(piece) - 1, 1)
    return None, None


def _is_followed(file, at, kind):
    """Whether several pieces of one kind follow each other, or end with the file: no chance."""
    for _number in range(IN_A_ROW):
        length, found = _frame(file, at)
        if found != kind:
            return False
        at += length
        if at == file.size:
            return True
    return True


def _after_frames(file, at, kind):
    """Where the pieces of sound end that follow each other from `at`."""
    while True:
        length, found = _frame(file, at)
        if not length or found != kind:
            return at
        end = at + length
        if _frame(file, end)[1] != kind:  # the last of these
            words = WORDS.search(file.peek(at + 4, length - 4))
            return at + 4 + words.start() if words else min(end, file.size)
        at = end


def _frame(file, at):
    """The length of the piece of sound at a place, and its kind (version and samples a
    second); 0, None where there is none."""
    head = file.peek(at, 4)
    if len(head) < 4 or not START.match(head):
        return 0, None
    version, speed = head[1] >> 3 & 3, head[2] >> 2 & 3
    rate = head[2] >> 4
    if speed == 3 or rate in {0, 15}:
        return 0, None
    samples = SAMPLES[version][speed]
    slots = 144 if version == 3 else 72
    kilobits = RATES[0 if version == 3 else 1][rate]
    return slots * kilobits * 1000 // samples + (head[2] >> 1 & 1), (version, samples)
