"""Citations for programs: BibTeX and RIS."""

import re

SPECIAL = re.compile(r"[\\{}&%$#_~^]")
# BibTeX counts braces, also those behind a backslash: one alone would break the whole file.
COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
UNSAFE_KEY = re.compile(r"[^A-Za-z0-9-]+")


def bibtex(reference):
    """An entry of a BibTeX file (UTF-8)."""
    given = {
        "author": " and ".join(map(_bibtex_name, reference.authors)),
        "title": f"{{{_escaped(reference.title)}}}",
        "type": _escaped(reference.kind),
        "institution": _escaped(reference.publisher),
        "series": _escaped(reference.series),
        "number": _escaped(reference.number),
        "year": str(reference.date.year),
        "month": str(reference.date.month),
        "isbn": reference.isbn,
        "issn": reference.issn,
        "doi": reference.doi,
        "pagetotal": str(reference.pages or ""),
        "language": reference.language,
        "url": reference.url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in given.items() if value.strip("{}")]
    key = UNSAFE_KEY.sub("", reference.key).strip("-")
    key = key if re.search("[A-Za-z]", key) else f"publication-{key}"
    return f"@techreport{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_name(credit):
    """A name in braces is one word: no program takes it apart."""
    if credit.cited_as and not credit.is_organisation:
        return _escaped(credit.cited_as)
    return f"{{{_escaped(credit.name)}}}"


def _escaped(text):
    text = " ".join(text.split())
    return SPECIAL.sub(lambda sign: COMMANDS.get(sign[0], f"\\{sign[0]}"), text)


def ris(reference):
    """A record of a RIS file (UTF-8)."""
    given = [
        ("TY", "RPRT"),
        *(("AU", credit.cited_as or credit.name) for credit in reference.authors),
        ("TI", reference.title),
        ("T2", reference.series),
        ("M1", reference.number),
        ("M3", reference.kind),
        ("PB", reference.publisher),
        ("PY", str(reference.date.year)),
        ("DA", reference.date.strftime("%Y/%m/%d")),
        ("SP", str(reference.pages or "")),
        ("SN", reference.isbn or reference.issn),
        ("DO", reference.doi),
        ("LA", reference.language),
        ("UR", reference.url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in given if value]
    return "\r\n".join([*lines, "ER  - ", ""])
