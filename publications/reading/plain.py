"""Looking into a PDF in the plain form in which the reader writes it, and changing it in place.

In that form every object stands by itself, and a table at the end says where. What is taken
out is overwritten with spaces, so that everything else stays where the table says.
"""

import mmap
import re
import zlib

MOST_XML = 4 * 1024 * 1024
ENTRY = re.compile(rb"(\d{10}) \d{5} n")
SUBSECTION = re.compile(rb"(\d+) (\d+)\s*[\r\n]+")
METADATA = re.compile(rb"/Type\s*/Metadata\b")
DATED = re.compile(rb"/(?:CreationDate|ModDate)\b")
MADE_WITH = re.compile(rb"/(?:Producer|Creator|Author)\b")
COMMENT = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Ink|Stamp|Caret"
    rb"|Square|Circle|Line|Polygon|PolyLine|FileAttachment)\b"
)
COMMENTER = re.compile(rb"/T\s*(?=[(<])")
STREAM = re.compile(rb">>\s*stream\r?\n")
TITLE = re.compile(rb"/Title\s*(?=[(<])")
SCRIPT = re.compile(rb"/S\s*/JavaScript\b|/JS\s*[(<\d]")
ATTACHED = re.compile(rb"/Subtype\s*/FileAttachment\b")


class PlainPDF:
    """A PDF in plain form, at `path`. Raises `ValueError` for one that is in another form.

    Changes stay in memory, and so does what is looked at; the rest of the file is not read.
    The file may be deleted meanwhile.
    """

    def __init__(self, path):
        with path.open("rb") as file:
            self.content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        self.table = self._table()
        self.objects = self._objects()

    def _table(self):
        found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", self.content[-64:])
        start = int(found[1]) if found else -1
        if start < 0 or self.content[start : start + 4] != b"xref":
            raise ValueError("no table of objects")
        return start

    def _objects(self):
        """Where each object begins and ends."""
        entries = self.content[self.table :].partition(b"trailer")[0]
        starts = sorted({int(entry) for entry in ENTRY.findall(entries)} - {0})
        return list(zip(starts, [*starts[1:], self.table], strict=True))

    def head(self, start, end):
        """The words of an object, without the data of a stream."""
        stream = STREAM.search(self.content, start, end)
        return self.content[start : stream.start() + 2 if stream else end]

    def data(self, start, end):
        """The data of a stream as far as it is plain or deflated; not more than `MOST_XML`."""
        head = self.head(start, end)
        stream = STREAM.search(self.content, start, end)
        last = self.content.rfind(b"endstream", start, end)
        if not stream or last < 0:
            return b""
        data = self.content[stream.end() : last]
        if b"/FlateDecode" not in head:
            return data[:MOST_XML]
        try:
            return zlib.decompressobj().decompress(data, MOST_XML)
        except zlib.error:
            return b""

    @property
    def has_scripts(self):
        """Whether an action of the document runs a script."""
        return any(SCRIPT.search(self.head(*place)) for place in self.objects)

    @property
    def has_attachments(self):
        """Whether a file is attached to a page."""
        return any(ATTACHED.search(self.head(*place)) for place in self.objects)

    def xml(self):
        """Yield the descriptions in XML (XMP) that the document and its parts hold."""
        for place in self.objects:
            if METADATA.search(self.head(*place)):
                yield self.data(*place)

    def take_names_out(self):
        """Overwrite what describes the document, but its title, and the names of commenters."""
        for start, end in self.objects:
            head = self.head(start, end)
            if METADATA.search(head):
                self._empty(start, end, b"null")
            elif DATED.search(head) and MADE_WITH.search(head) and b"/Subtype" not in head:
                self._empty(start, end, b"<<" + _entry(TITLE, head) + b">>")
            elif COMMENT.search(head):
                self._blank_commenters(start, head)
        for start, end in self.objects:
            self._blank(rb"/Metadata\s+\d+\s+\d+\s+R", start, start + len(self.head(start, end)))

    def _empty(self, start, end, rest):
        """Leave nothing of an object but `rest`."""
        body = self.content.find(b"obj", start) + 3
        last = self.content.rfind(b"endobj", start, end)
        self.content[body:last] = b"\n" + rest.ljust(last - body - 1)

    def _blank(self, pattern, start, end):
        for found in re.finditer(pattern, self.content[start:end]):
            self.content[start + found.start() : start + found.end()] = b" " * len(found[0])

    def _blank_commenters(self, start, head):
        for found in COMMENTER.finditer(head):
            first, last = start + found.end() + 1, start + string_end(head, found.end()) - 1
            self.content[first:last] = b" " * (last - first)


def _entry(pattern, head):
    """An entry with its string as it stands, or nothing."""
    found = pattern.search(head)
    return head[found.start() : string_end(head, found.end())] if found else b""


def string_end(content, start):
    """Where the string ends that begins at `start` with a round bracket or as hexadecimals."""
    if content[start : start + 1] == b"<":
        return content.index(b">", start) + 1
    depth, place = 0, start
    while place < len(content):
        sign = content[place : place + 1]
        if sign == b"\\":
            place += 1
        elif sign == b"(":
            depth += 1
        elif sign == b")":
            depth -= 1
            if not depth:
                return place + 1
        place += 1
    return len(content)
