"""The body of a page (`home.blocks.body`) as nodes."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .richtext import heading, link_target, nodes_of, paragraph, paragraphs


class BodyReader:
    """Turns blocks into nodes and keeps the pictures that they show."""

    def __init__(self):
        self.pictures = {}  # image by the name of its file in the document

    def nodes(self, stream):
        """The nodes of a StreamField value, in order (a list)."""
        found = []
        for block in stream:
            found += getattr(self, f"_{block.block_type}")(block.value)
        return found

    def _heading(self, value):
        return [heading(value)]

    def _text(self, value):
        return nodes_of(value.source)

    def _quote(self, value):
        speaker = [value["speaker"], value["role"]]
        return [
            {
                "kind": "quote",
                "lines": [line for line in value["text"].splitlines() if line.strip()],
                "speaker": ", ".join(part for part in speaker if part),
            }
        ]

    def _picture(self, value):
        image = value["image"]
        if not image or not image.may_be_shown:
            return []
        if image.warning:
            return _in_words(value)
        name = f"{len(self.pictures) + 1}.jpg"
        self.pictures[name] = image
        credit = _("Picture: %(credit)s") % {"credit": image.credit} if image.credit else ""
        return [
            {
                "kind": "picture",
                "file": name,
                "alt": "" if image.decorative else image.contextual_alt_text or "",
                "caption": " ".join(part for part in (value["caption"], credit) if part),
                # Upright pictures would fill a page of their own at full width.
                "width": 0.6 if image.height > image.width else 1,
            }
        ]

    def _figures(self, value):
        source = value["source"]
        return [
            {
                "kind": "figures",
                "items": [
                    {"number": item["number"], "text": item["text"]} for item in value["figures"]
                ],
                "source": _("Source: %(source)s") % {"source": source} if source else "",
            }
        ]

    def _call_to_action(self, value):
        nodes = [paragraph(value["title"], bold=True), *paragraphs(value["text"])]
        address = link_target(value["link"].href)
        if address:
            nodes.append(paragraph(value["link"]["label"] or address, address=address))
        return [{"kind": "panel", "nodes": nodes}]

    def _document(self, value):
        return [document_line(value)] if value["document"] else []

    def _accordion(self, value):
        found = []
        for item in value["items"]:
            found += [heading(item["title"], level=2), *nodes_of(item["text"].source)]
        return found


def _in_words(value):
    """A distressing picture: a sheet has no notice to open, so it says what would be seen."""
    image = value["image"]
    told = [capfirst(image.get_warning_display()), image.contextual_alt_text]
    return [paragraph(": ".join(filter(None, told))), *paragraphs(value["caption"])]


def document_line(value):
    """A file to download, as one paragraph with its address behind it."""
    document = value["document"]
    title = value["title"] or document.title
    kind = document.file_extension.upper()
    runs = [{"text": title, "address": link_target(document.url)}]
    runs.append({"text": f" ({kind})" if kind else ""})
    if value["description"]:
        runs.append({"text": f" – {' '.join(value['description'].split())}"})
    return {"kind": "paragraph", "runs": runs}


def without_skipped_levels(nodes):
    """Lower the level of headings that leave one out, which readers' software stumbles over."""
    deepest = 0
    for node in nodes:
        if node["kind"] == "heading":
            node["level"] = deepest = min(node["level"], deepest + 1)
    return nodes
