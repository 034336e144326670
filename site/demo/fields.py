"""From the text of a page to the values of its fields."""

from letters.signatories import parse_lines
from publications.models import Author, PublicationFile

from .content import DATA
from .ledger import identifier
from .markup import plain, rich

STREAMS = ("body", "chapters", "sections", "updates", "corrections")
LINES = ("addressees", "copied_to", "press_contact", "contributors", "partners")
RICH = ("introduction", "editors_notes", "key_findings")
# Where a block holds rich text, by its type.
RICH_PARTS = {"update": "text", "correction": "old_wording", "call_out": "text"}


class Fields:
    """Turns sheets into field values; `ledger` finds the pages and files they refer to."""

    def __init__(self, content, ledger):
        self.content = content
        self.ledger = ledger

    def of_page(self, sheet):
        """The values of the page's fields, by name, as far as the sheet gives them."""
        text = dict(sheet.text)
        values = {"title": text.pop("title"), "draft_title": sheet.text["title"]}
        if "signatories" in text:
            values["signatories"] = signatory_lists(sheet.name, text.pop("signatories"))
        for stream in STREAMS:
            if stream in text:
                values[stream] = self.blocks(sheet, stream, text.pop(stream))
        for name in LINES:
            if name in text:
                values[name] = "\n".join(text.pop(name))
        for name in RICH:
            if name in text:
                values[name] = self.rich(text.pop(name))
        if "themes" in text:
            themes = (self.ledger.find(f"en/theme/{name}") for name in text.pop("themes"))
            values["themes"] = [theme for theme in themes if theme]
        if "authors" in text:
            values["authors"] = [Author(**author) for author in text.pop("authors")]
        if "files" in text:
            values["files"] = self.files(text.pop("files"))
        if "series" in text:
            values["series"] = self.ledger.find(f"series/{text.pop('series')}")
        if "picture" in text:
            values["social_image"] = self.ledger.find(f"picture/{text.pop('picture')}")
        if "summary" in text:
            values["summary"] = plain(text.pop("summary"))
        return values | text

    def files(self, given):
        """The files of a publication, as far as there are documents for them."""
        found = ((file, self.ledger.find(f"document/{file['document']}")) for file in given)
        return [
            PublicationFile(**file | {"document": document}) for file, document in found if document
        ]

    def blocks(self, sheet, stream, parts):
        """The blocks of a stream: each part has one key, the type of the block."""
        # Put in here, so that no sample can be without it.
        mark = self.content.site["mark"][sheet.language]
        if stream in ("body", "chapters", "sections") and sheet.text["title"].startswith(mark):
            notice = self.content.site["notice"][sheet.language]
            parts = [{"text": f"<i>{notice}</i>"}, *parts]
        return self.numbered(f"{sheet.name}/{stream}", parts, sheet.language)

    def numbered(self, name, parts, language):
        """The blocks of `parts`, with ids that come from `name`."""
        return [
            {
                "id": str(identifier(f"{name}/{number}")),
                "type": kind,
                "value": with_ids(self.block(kind, value, language), f"{name}/{number}"),
            }
            for number, part in enumerate(parts, start=1)
            for kind, value in part.items()
        ]

    def block(self, kind, value, language):
        """The stored form of one block."""
        if kind == "text":
            return self.rich(value)
        if kind == "accordion":
            return {
                "items": [
                    {"title": item["title"], "text": self.rich(item["text"])} for item in value
                ]
            }
        if kind == "content_notice":
            content = self.numbered(f"{language}/{value['notice']}", value["content"], language)
            return {"notice": plain(value["notice"]), "content": content}
        if kind in RICH_PARTS:
            part = RICH_PARTS[kind]
            return value | {part: self.rich(value.get(part, ""))}
        return self.resolved("", value, language)

    def resolved(self, key, value, language):
        """`value` with names of pages, pictures and documents replaced by what is stored."""
        if isinstance(value, dict):
            return {name: self.resolved(name, item, language) for name, item in value.items()}
        if isinstance(value, list):
            return [self.resolved(key, item, language) for item in value]
        if key == "cells":
            return value.strip()
        if key in ("page", "index"):
            return self.page_id(value)
        if key == "document":
            return self.pk(f"document/{value}")
        if key in ("audio", "loop", "video", "voice"):
            return self.pk(f"recording/{value}")
        if key in ("picture", "image"):
            alt_text = self.content.pictures[value]["alt"]
            return {
                "image": self.pk(f"picture/{value}"),
                "decorative": False,
                "alt_text": plain(alt_text.get(language, alt_text["en"])),
            }
        return plain(value) if isinstance(value, str) else value

    def rich(self, text):
        """`text` as the HTML of a rich text field."""
        return rich(text, self.page_id)

    def page_id(self, address):
        """The primary key of the original page with that address, or None."""
        return self.pk(f"en/{address}")

    def pk(self, name):
        """The primary key of what the ledger knows by that name, or None."""
        found = self.ledger.find(name)
        return found and found.pk


def with_ids(value, name):
    """`value` of a block with an id on each item of its lists: translators get no others."""
    if isinstance(value, dict):
        return {key: with_ids(item, f"{name}/{key}") for key, item in value.items()}
    if isinstance(value, list):
        return [
            {
                "type": "item",
                "id": str(identifier(f"{name}/{place}")),
                "value": with_ids(item, f"{name}/{place}"),
            }
            for place, item in enumerate(value, start=1)
        ]
    return value


def signatory_lists(name, lists):
    """The value of a letter's `signatories`."""
    return [
        {
            "id": str(identifier(f"{name}/signatories/{place}")),
            "type": "signatory_list",
            "value": {
                "heading": given.get("heading", ""),
                "names": signatory_records(f"{name}/signatories/{place}", given),
            },
        }
        for place, given in enumerate(lists, start=1)
    ]


def signatory_records(name, given):
    """The records of a list, each with an id for good and with the name exactly as it stands.

    `given` holds the `names`, one on each line, or the `file` that does. As an editor can,
    it overrules what the parser proposes: `kind` for all names, `lang` for some.
    """
    text = (DATA / given["file"]).read_text("utf-8") if "file" in given else given["names"]
    lines = [line for line in text.splitlines() if line.strip()]
    records = []
    for line, signatory in zip(lines, parse_lines(text).signatories, strict=True):
        signatory.id = str(identifier(f"{name}/{len(records) + 1}"))
        # The parser makes a no-break space a space; a name here is a fact, to the byte.
        signatory.raw = line
        signatory.kind = given.get("kind", signatory.kind)
        signatory.lang = given.get("lang", {}).get(line, signatory.lang)
        records.append(signatory.to_dict())
    return records
