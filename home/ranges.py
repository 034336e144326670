"""Handing out a file whole or in part, as players and viewers of PDFs ask for it."""

import re

from django.http import FileResponse, HttpResponse, StreamingHttpResponse

PIECE = 64 * 1024
# One part only, and no number that is longer than any file.
RANGE = re.compile(r"bytes=(?=\d|-\d)(\d{0,18})-(\d{0,18})")


def whole_or_part(request, file, headers):
    """The answer with an open `file`, or with the part of it that `request` asks for.

    `headers` describe the whole file, its Content-Length included. The file is closed once the
    answer was sent; with 416, where it has no such part, at once.
    """
    # A part of a file that has changed since the first one was fetched would not fit to it.
    unchanged = request.headers.get("If-Range", headers.get("ETag")) == headers.get("ETag")
    wanted = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not (wanted and unchanged):
        return _with_headers(FileResponse(file), headers)
    size = int(headers["Content-Length"])
    start, end = _ends(*wanted.groups(), size)
    if start >= size or start > end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = _with_headers(StreamingHttpResponse(Part(file, start, end), status=206), headers)
    response["Content-Length"] = str(end - start + 1)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response


def _with_headers(response, headers):
    for name, value in headers.items():
        response[name] = value
    return response


def _ends(first, last, size):
    """The first and the last byte that a range means."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


class Part:
    """Some bytes of a file, piece by piece."""

    def __init__(self, file, start, end):
        self.file = file
        self.left = end - start + 1
        file.seek(start)

    def __iter__(self):
        while self.left > 0 and (piece := self.file.read(min(PIECE, self.left))):
            self.left -= len(piece)
            yield piece

    def close(self):
        """Close the file, however much of it was read."""
        self.file.close()
