"""Files in which bytes are overwritten where they stand, however long the files are."""

import os

from multimedia.uploads.refusals import BrokenFileError

PIECE = 1024 * 1024
# Descriptions are held in memory as a whole; none of a real recording is longer.
LONGEST = 64 * 1024 * 1024


class Overwriting:
    """An open `file` of bytes that may be read and written; its length stays the same.

    `changed` says whether any byte was.
    """

    def __init__(self, file):
        self.file = file
        self.size = file.seek(0, os.SEEK_END) or file.tell()
        self.changed = False

    def read(self, at, length):
        """Exactly `length` bytes. Raises `BrokenFileError` where there are fewer."""
        if length > LONGEST:
            raise BrokenFileError("a part that is too long")
        data = self.peek(at, length)
        if len(data) < length:
            raise BrokenFileError("a part that is cut off")
        return data

    def peek(self, at, length):
        """Up to `length` bytes."""
        self.file.seek(at)
        return self.file.read(length)

    def write(self, at, data):
        """Put `data` there, unless it stands there already."""
        if self.read(at, len(data)) != data:
            self.file.seek(at)
            self.file.write(data)
            self.changed = True

    def blank(self, start, end):
        """Put zeros from `start` up to `end`."""
        for at in range(start, end, PIECE):
            self.write(at, bytes(min(PIECE, end - at)))
