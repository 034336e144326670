"""Inline tags as codes, which translators' programs protect: <b> is <g id="b1">.

A code's number says which tag it is. Links keep the name that wagtail-localize gives them
(a1, a2, …), under which it puts their addresses back.
"""

import re
from collections import Counter
from html import escape

from bs4 import BeautifulSoup, NavigableString
from django.utils.translation import gettext as _
from lxml import etree
from wagtail_localize.strings import INLINE_TAGS

BARE_LINK = "link"  # an <a> without a name, which has no address either
CODE = re.compile(r"([a-z]+)[0-9]+")
LINE_BREAK = "br"
# What else a code may be called: the types of XLIFF 1.2 and 2.0.
TYPES_12 = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", "br": "lb"}
TYPES_20 = {"b": "xlf:b", "i": "xlf:i", "br": "xlf:lb"}
# Characters that XML cannot hold.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class CodeError(ValueError):
    """The codes of a text are not those of its source; says which."""


def codes(html):
    """The code of each tag in a text, in order: a list of names such as `b1`."""
    counter = Counter()
    return [_code(tag, counter) for tag in BeautifulSoup(html, "html.parser").find_all(True)]


def _code(tag, counter):
    if tag.name == "a" and tag.get("id"):
        return tag["id"]
    name = BARE_LINK if tag.name == "a" else tag.name
    counter[name] += 1
    return f"{name}{counter[name]}"


def fill(element, html, version):
    """Write a text with its codes into an XML element of XLIFF `version`."""
    _fill(element, BeautifulSoup(html, "html.parser"), version, Counter())


def _fill(element, soup, version, counter):
    last = None
    for child in soup.children:
        if isinstance(child, NavigableString):
            text = FORBIDDEN.sub("", str(child))
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        else:
            last = etree.SubElement(element, _tag(element, child.name, version))
            last.set("id", _code(child, counter))
            _describe(last, child.name, version)
            _fill(last, child, version, counter)


def _tag(element, name, version):
    empty, around = ("x", "g") if version == "1.2" else ("ph", "pc")
    namespace = etree.QName(element).namespace
    return f"{{{namespace}}}{empty if name == LINE_BREAK else around}"


def _describe(element, name, version):
    if version == "1.2":
        if name in TYPES_12:
            element.set("ctype", TYPES_12[name])
    elif name == "a":
        element.set("type", "link")
    elif name in TYPES_20:
        element.set("type", "fmt")
        element.set("subType", TYPES_20[name])


def read(element):
    """The text of an XML element, its codes as tags again. Raises `CodeError`."""
    parts = [escape(element.text or "", quote=False)]
    for child in element.iterchildren(tag=etree.Element):
        name = etree.QName(child).localname
        if name == "mrk":  # a mark of the translator's program
            parts.append(read(child))
        elif name in {"g", "pc", "x", "ph"}:
            parts.append(_read_code(child))
        else:
            raise CodeError(
                _("It holds a code that this site did not write: {code}.").format(code=name)
            )
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


def _read_code(element):
    code = element.get("id") or ""
    match = CODE.fullmatch(code)
    name = match and match[1]
    if name == BARE_LINK:
        return f"<a>{read(element)}</a>"
    if name not in INLINE_TAGS:
        raise CodeError(_("The code {code} is not one of the source.").format(code=code))
    if name == LINE_BREAK:
        return "<br/>"
    if name == "a":
        return f'<a id="{code}">{read(element)}</a>'
    return f"<{name}>{read(element)}</{name}>"


def compare(source, target):
    """Raise `CodeError` unless a translation has the codes of its source, each once."""
    wanted, found = Counter(codes(source)), Counter(codes(target))
    missing, extra = wanted - found, found - wanted
    if missing:
        raise CodeError(_("These codes are missing: {codes}.").format(codes=_list(missing)))
    if extra:
        raise CodeError(
            _("These codes are not in the source, or too often: {codes}.").format(
                codes=_list(extra)
            )
        )


def _list(counter):
    return ", ".join(counter.elements())
