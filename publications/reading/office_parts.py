"""Where Office and OpenDocument files name people outside of their text."""

import re
from dataclasses import dataclass
from functools import cached_property

# What Word itself writes where it has taken a name out.
NEUTRAL = "Author"
# Parts that hold the title.
TITLED = {"docProps/core.xml", "meta.xml"}


@dataclass(frozen=True)
class Rule:
    """Values in parts whose name fits the pattern `part` name somebody.

    They are the text of `elements` and the values of `attributes`; those that are `untold`
    are overwritten as well. `only` limits values, `about` elements to those with an attribute
    of such a value.
    """

    part: str
    place: str
    elements: frozenset = frozenset()
    attributes: frozenset = frozenset()
    untold: frozenset = frozenset()
    only: str = ""
    about: frozenset = frozenset()

    def counts(self, value):
        """Whether a value of an attribute is meant."""
        return re.match(self.only, value) is not None

    def is_about(self, values):
        """Whether an element with such attributes is meant."""
        return not self.about or bool(self.about & set(values))

    @cached_property
    def element_pattern(self):
        """Finds an element: how it begins, what is in it, how it ends."""
        names = "|".join(sorted(self.elements))
        return re.compile(
            rf"(<((?:[\w.-]+:)?(?:{names}))(?:\s[^<>]*)?(?<!/)>)(.*?)(</\2\s*>)".encode(), re.DOTALL
        )

    @cached_property
    def attribute_pattern(self):
        """Finds an attribute within a tag: its name, and its value with the quotes."""
        names = "|".join(sorted(self.attributes | self.untold))
        return re.compile(rf"(\s(?:[\w.-]+:)?(?:{names}))\s*=\s*(\"[^\"]*\"|'[^']*')".encode())

    def emptied(self, found):
        """What replaces a match of `element_pattern`."""
        if self.about and not any(f'"{name}"'.encode() in found[1] for name in self.about):
            return found[0]
        return found[1] + found[4]


def _rule(part, place, elements="", attributes="", untold="", **more):
    sets = (frozenset(words.split()) for words in (elements, attributes, untold))
    return Rule(part, place, *sets, **more)


RULES = (
    _rule(r"docProps/core\.xml|.*\.psmdcp", "info", "creator lastModifiedBy"),
    _rule(r"docProps/app\.xml", "info", "Company Manager"),
    _rule(r"docProps/app\.xml", "path", "HyperlinkBase"),
    _rule(r"docProps/custom\.xml", "info", "lpwstr lpstr bstr"),
    _rule(r"word/.*\.xml", "remark", attributes="author userId", untold="initials"),
    _rule(r"xl/(comments.*|.*/comment\d*)\.xml", "remark", "author"),
    _rule(r"xl/persons/.*\.xml", "remark", attributes="displayName userId"),
    _rule(r"xl/workbook\.xml", "info", attributes="userName"),
    _rule(r"xl/workbook\.xml", "path", attributes="url"),
    _rule(r"ppt/(commentA|a)uthors\.xml", "remark", attributes="name userId", untold="initials"),
    _rule(r".*\.rels", "path", attributes="Target", only=r"(?i)file:|[a-z]:[\\/]"),
    _rule(r"meta\.xml", "info", "initial-creator creator printed-by user-defined"),
    _rule(r"(content|styles)\.xml", "remark", "creator creator-initials sender-initials"),
    _rule(
        r"settings\.xml",
        "path",
        "config-item",
        about=frozenset({"PrinterName", "PrinterSetup", "CurrentDatabaseDataSource"}),
    ),
)


def rules_for(name):
    """The rules for the part of this name."""
    return [rule for rule in RULES if re.fullmatch(rule.part, name, re.IGNORECASE)]
