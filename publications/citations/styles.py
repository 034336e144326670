"""Citations for people: APA (7th edition) and Chicago (18th).

Names are cited as an editor wrote them for citations, else as they stand on the cover: which
part of a name is the family's is known to its bearer, not to a program.
"""

# APA names so many authors; of more, all but one of them and the last.
MOST_IN_APA = 20
# Chicago names so many authors; of more, the first three.
MOST_IN_CHICAGO, FIRST_IN_CHICAGO = 6, 3
END_MARKS = (".", "?", "!", "。", "؟", "۔", "।")
CLOSING_QUOTES = ("”", '"')


def apa(reference):
    """One line after the manual of the American Psychological Association."""
    year = f"({reference.date.year})"
    title = reference.title + _in_brackets(reference)
    names = _apa_names(reference.responsible)
    head = [f"{_stop(names)} {year}.", _stop(title)] if names else [_stop(title), f"{year}."]
    return _line([*head, _stop(reference.named_publisher), reference.address])


def chicago(reference):
    """One line after the Chicago Manual of Style, as in a bibliography."""
    series = " ".join(filter(None, [reference.series, reference.number]))
    imprint = ", ".join(filter(None, [reference.named_publisher, str(reference.date.year)]))
    names = _chicago_names(reference.responsible)
    parts = [names, reference.title, series, imprint, reference.address]
    return _line([_stop(part) for part in parts])


def _in_brackets(reference):
    if not reference.series:
        return ""
    number = f" No. {reference.number}" if reference.number else ""
    return f" ({reference.series}{number})"


def _apa_names(credits):
    names = [_initials(credit.cited_as) or credit.name for credit in credits]
    if len(names) > MOST_IN_APA:
        return f"{', '.join(names[: MOST_IN_APA - 1])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _initials(cited_as):
    """`Family, Given Sec-ond` as `Family, G. S.-O.`; in scripts without capitals unchanged."""
    family, comma, given = cited_as.partition(",")
    names = [name.split("-") for name in given.split()]
    parts = [part for name in names for part in name if part]
    if not (comma and parts and all(part[0].lower() != part[0].upper() for part in parts)):
        return cited_as
    letters = ["-".join(f"{part[0].upper()}." for part in name if part) for name in names]
    return f"{family.strip()}, {' '.join(filter(None, letters))}"


def _chicago_names(credits):
    names = [credits[0].cited_as or credits[0].name] if credits else []
    names += [_in_order(credit.cited_as) or credit.name for credit in credits[1:]]
    if len(names) > MOST_IN_CHICAGO:
        return f"{', '.join(names[:FIRST_IN_CHICAGO])}, et al."
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _in_order(cited_as):
    family, _comma, given = cited_as.partition(",")
    return " ".join(filter(None, [given.strip(), family.strip()]))


def _stop(text):
    """`text` with a full stop, unless it ends in a mark or is an address; within quotes."""
    if not text or text.startswith(("https://", "http://")):
        return text
    quote = text[-1] if text.endswith(CLOSING_QUOTES) else ""
    words = text.removesuffix(quote)
    return text if words.endswith(END_MARKS) else f"{words}.{quote}"


def _line(parts):
    return " ".join(filter(None, parts))
