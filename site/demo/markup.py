"""From the plain paragraphs of the data files to rich text."""

import re

# [the words of the link](about) for a page of the demo, (https://…) for one elsewhere
LINK = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)")


def plain(text):
    """`text` on one line: the files break lines where it suits an editor's screen."""
    return " ".join(text.split())


def rich(text, page_id):
    """`text` as the HTML that rich text fields keep.

    A blank line ends a paragraph; paragraphs that begin with "- " are lists. `page_id`
    is asked for the primary key of a linked page, None where there is no such page.
    """
    html = "".join(_paragraph(part) for part in re.split(r"\n\s*\n", text.strip()))
    return LINK.sub(lambda match: _link(match["label"], match["target"], page_id), html)


def _paragraph(text):
    if not text.startswith("- "):
        return f"<p>{plain(text)}</p>"
    items = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
    return "<ul>" + "".join(f"<li>{plain(item)}</li>" for item in items) + "</ul>"


def _link(label, target, page_id):
    if "://" in target or target.startswith("mailto:"):
        return f'<a href="{target}">{label}</a>'
    pk = page_id(target)
    return f'<a linktype="page" id="{pk}">{label}</a>' if pk else label
