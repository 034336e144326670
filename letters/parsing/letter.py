"""A whole letter, or a bare list, to a parsed list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from letters.parsing.blocks import Block, read_blocks
from letters.parsing.checks import check_duplicates, check_glued, check_numbers, check_total
from letters.parsing.choice import choose_blocks
from letters.parsing.document import Line
from letters.parsing.entries import Entry, block_entries, count_remark
from letters.parsing.headings import section_country, section_kind
from letters.parsing.markup import document_lines
from letters.parsing.names import describe, set_person
from letters.parsing.people import (
    Person,
    could_be_person,
    looks_affiliated,
    signs_individually,
    split_person,
)
from letters.parsing.records import ORGANISATION, PERSON, ParsedList, ParseWarning, Signatory
from letters.parsing.totals import is_anonymous_group, read_anonymous_count, read_stated_total


def parse_letter(text: str) -> ParsedList:
    """Find and read the signatories of a letter in text, Markdown or HTML.

    Returns them in order, as written, with the totals the text states and warnings where
    numbers, names or totals do not agree.
    """
    lines = document_lines(text)
    # Joining wrapped lines changes them; the prose is read before that.
    prose = [line.text for line in lines if line.kind == "plain"]
    blocks = choose_blocks(read_blocks(lines))
    listed = [entry for block in blocks for entry in block_entries(block)]
    entries = [entry for entry in listed if not is_anonymous_group(entry.text)]
    parsed = ParsedList([_signatory(entry) for entry in entries])
    _settle_kinds(parsed.signatories)
    own = {entry.text for entry in entries} | set(_section_names(blocks))
    prose = [text for text in prose if text not in own]
    unnamed = [entry.text for entry in listed if is_anonymous_group(entry.text)]
    parsed.anonymous_count = read_anonymous_count([*prose, *unnamed, *_section_names(blocks)])
    parsed.stated_total = read_stated_total(prose, [*_section_names(blocks), *_remarks(blocks)])
    parsed.warnings = _warnings(parsed, entries, lines)
    return parsed


def _section_names(blocks: list[Block]) -> list[str]:
    return list(dict.fromkeys(block.section for block in blocks if block.section))


def _remarks(blocks: list[Block]) -> list[str]:
    """Return what ends the lists and only counts them: "(총 7개 단체)"."""
    found = (count_remark(text) for block in blocks for text in block.texts[-1:])
    return [remark for remark in found if remark]


def _signatory(entry: Entry) -> Signatory:
    signatory = describe(entry.text)
    if entry.kind == PERSON:
        name, role, body = (*entry.signature, "", "", "")[:3]
        person = Person(name, role, body) if name else split_person(entry.text)
        set_person(signatory, person)
    signatory.number, signatory.section = entry.number, entry.section.strip("*_#:：, ")
    signatory.country = signatory.country or entry.country or section_country(signatory.section)
    return signatory


def _settle_kinds(signatories: list[Signatory]) -> None:
    """Let the section, or the company a name is in, decide where the name alone does not."""
    by_section: dict[str, list[Signatory]] = defaultdict(list)
    for signatory in signatories:
        by_section[signatory.section].append(signatory)
    for section, members in by_section.items():
        kind = section_kind(section)
        if kind == PERSON:
            _set_persons(members)
        elif kind == ORGANISATION:
            # "V Suresh, General Secretary, PUCL" signs for the organisation.
            for member in members:
                if not signs_individually(member.raw):
                    member.kind = ORGANISATION
        elif sum(1 for member in members if _seems_person(member)) * 2 >= len(members):
            _set_persons(one for one in members if could_be_person(split_person(one.raw).name))


def _seems_person(member: Signatory) -> bool:
    return member.kind == PERSON or looks_affiliated(member.raw)


def _set_persons(members: Iterable[Signatory]) -> None:
    for member in members:
        if member.kind != PERSON:
            set_person(member, split_person(member.raw))


def _warnings(parsed: ParsedList, entries: list[Entry], lines: list[Line]) -> list[ParseWarning]:
    if not entries:
        return [ParseWarning("no_list")] if lines else []
    pairs = zip(parsed.signatories, entries, strict=True)
    return [
        *check_numbers((entry.number, entry.line) for entry in entries),
        *check_glued((signatory, entry.line) for signatory, entry in pairs),
        *check_duplicates((entry.text, entry.line) for entry in entries),
        *check_total(parsed, [entry.line for entry in entries]),
    ]
