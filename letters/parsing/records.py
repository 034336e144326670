"""The records the parser hands out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

ORGANISATION = "organisation"
PERSON = "person"

# English texts by warning code. Codes and parameters are kept apart from them so that a
# caller can show the same warning in the language of the editor.
MESSAGES = {
    "duplicate": "“{name}” is listed more than once; first on line {first}.",
    "numbering_gap": "Number {number} follows {previous}: numbers are missing or out of order.",
    "numbering_restart": "Numbering starts again at {number} after {previous}.",
    "invisible_characters": "Invisible characters were removed: {characters}.",
    "unsafe_characters": "Characters that may not display anywhere: {characters}.",
    "combining_run": "More than {limit} combining marks in a row.",
    "long_line": "This looks like a paragraph, not a name ({length} characters).",
    "tab_separated": "Pasted table: each line is kept as one name, columns separated by a space.",
    "several_names": "This line probably holds several names, separated by “{separator}”.",
    "glued_names": "This entry may hold two names without a space between them.",
    "mixed_scripts": "The name mixes letters of different scripts: {scripts}.",
    "total_missing": (
        "The text states {stated} in all, {anonymous} of them anonymous; {listed} are listed:"
        " {difference} missing."
    ),
    "total_exceeded": (
        "The text states {stated} in all, {anonymous} of them anonymous; {listed} are listed:"
        " {difference} too many."
    ),
    "no_list": "No list of signatories was found.",
}


@dataclass
class Signatory:
    """One signatory as signed (`raw`) with suggestions that an editor can overrule.

    `raw` is what is displayed and sorted. `id` is given by the editor block. `country` is
    an ISO 3166-1 alpha-2 code, `lang` a BCP 47 tag for what the script proves, `dir` is
    "rtl" or "ltr" for names in a non-Latin script and empty otherwise. `follows` is the number
    before `number` where the list that was pasted left some out, or began again. `overruled`
    names the fields that an editor corrected.
    """

    raw: str
    id: str = ""
    kind: str = ORGANISATION
    name: str = ""
    acronym: str = ""
    other_names: list[str] = field(default_factory=list)
    role: str = ""
    country: str = ""
    lang: str = ""
    dir: str = ""
    organisation: str = ""
    section: str = ""
    number: int | None = None
    follows: int | None = None
    overruled: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return a JSON object; fields without a value are left out."""
        return {key: value for key, value in asdict(self).items() if value not in ("", [], None)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Signatory:
        """Build a record from a JSON object; unknown keys are ignored."""
        values = {key: value for key, value in data.items() if key in cls.__dataclass_fields__}
        for name in ("other_names", "overruled"):
            values[name] = list(values.get(name) or [])
        return cls(**{"raw": "", **values})


@dataclass
class ParseWarning:
    """Something an editor should look at: a code with parameters, never a finished sentence."""

    code: str
    line: int | None = None
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The warning in English."""
        return MESSAGES[self.code].format(**self.params)


@dataclass
class ParsedList:
    """What a text holds: its signatories in order, and what it says about their number."""

    signatories: list[Signatory] = field(default_factory=list)
    stated_total: int | None = None
    anonymous_count: int | None = None
    warnings: list[ParseWarning] = field(default_factory=list)
