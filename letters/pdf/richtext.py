"""Rich text as the nodes that the template of the PDF knows."""

from html.parser import HTMLParser

from wagtail.rich_text import expand_db_html

from home.layout import absolute_url

MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "raised"}
HEADINGS = {"h2": 1, "h3": 2, "h4": 3}
SCHEMES = ("https://", "http://", "mailto:", "tel:")


def nodes_of(html):
    """The nodes of rich text as it is stored in the database (a list)."""
    parser = _Parser()
    parser.feed(expand_db_html(html))
    parser.close()
    parser.end_block()
    return parser.root


def paragraph(text, **marks):
    """One paragraph of plain text; its marks are those of a run."""
    return {"kind": "paragraph", "runs": [{"text": text} | marks]}


def heading(text, level=1):
    """A heading; level 1 is that of a part of the text."""
    return {"kind": "heading", "level": level, "runs": [{"text": text}]}


def paragraphs(text):
    """The lines of plain text as paragraphs, without blank ones."""
    return [paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def link_target(href):
    """The full address behind a link, or an empty string for one that cannot be followed
    on paper or should not be."""
    if href.startswith("/") and not href.startswith("//"):
        href = absolute_url(href)
    return href if href.lower().startswith(SCHEMES) else ""


class _Parser(HTMLParser):
    """Keeps the elements that editors have; of all others, and of links, only the words."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = []
        self.targets = [self.root]  # where blocks go: the document, or a list item within
        self.lists = []
        self.block = None  # the paragraph or heading being written
        self.marks = []
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.addresses.append(link_target(dict(attrs).get("href") or ""))
        elif tag in MARKS:
            self.marks.append(MARKS[tag])
        elif tag == "br":
            self.write("\n")
        elif tag in HEADINGS:
            self.end_block()
            self.block = {"kind": "heading", "level": HEADINGS[tag], "runs": []}
        elif tag in ("ul", "ol"):
            self.end_block()
            node = {"kind": "list", "ordered": tag == "ol", "items": []}
            self.targets[-1].append(node)
            self.lists.append(node)
        elif tag == "li" and self.lists:
            self.end_block()
            self.lists[-1]["items"].append([])
            self.targets.append(self.lists[-1]["items"][-1])
        elif tag == "p":
            self.end_block()

    def handle_endtag(self, tag):
        if tag == "a" and self.addresses:
            self.addresses.pop()
        elif tag in MARKS and MARKS[tag] in self.marks:
            self.marks.remove(MARKS[tag])
        elif tag == "p" or tag in HEADINGS:
            self.end_block()
        elif tag == "li" and len(self.targets) > 1:
            self.end_block()
            self.targets.pop()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def handle_data(self, data):
        # Line ends of the source are spaces; those of <br> come straight to `write`.
        text = " ".join(data.splitlines())
        if text.strip() or self.block:
            self.write(text)

    def write(self, text):
        if self.block is None:
            self.block = {"kind": "paragraph", "runs": []}
        run = {"text": text} | dict.fromkeys(self.marks, True)
        if self.addresses and self.addresses[-1]:
            run["address"] = self.addresses[-1]
        self.block["runs"].append(run)

    def end_block(self):
        if self.block and any(run["text"].strip() for run in self.block["runs"]):
            self.targets[-1].append(self.block)
        self.block = None
