"""Which organisation of the directory a signed name may be.

The same name, spelt as the directory spells one of its names, is known. Everything else is a
suggestion for an editor: on real lists the names that look most alike are other organisations.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from letters.models import Organisation, OrganisationName
from letters.ordering import match_key
from letters.signatories import Signatory

from .likeness import similar

_MOST = 3  # suggestions for one name


@dataclass(frozen=True)
class Option:
    """An organisation to choose, and why it is offered."""

    organisation: Organisation
    reason: str = ""


@dataclass
class Match:
    """What the directory says of one record."""

    known: Organisation | None = None
    chosen: bool = False  # by an editor, be it one or none
    suggestions: list[Option] = field(default_factory=list)

    @property
    def is_new(self):
        """Whether the directory has nothing like it."""
        return not (self.known or self.chosen or self.suggestions)


def matches_of(records: list[Signatory], *, with_hidden: bool = True) -> list[Match]:
    """Return the `Match` of each record, in four queries however many they are.

    Without `with_hidden` as if those that the directory does not show were not there.
    """
    keys = [_keys(record) for record in records]
    organisations = Organisation.objects.all() if with_hidden else Organisation.objects.public()
    owners = _owners({key for wanted in keys for key in wanted.values()}, with_hidden)
    found = [_found(record, wanted, owners) for record, wanted in zip(records, keys, strict=True)]
    alike = similar([one.text for one in found if one.open])
    for one in found:
        if one.open:
            one.offers += next(alike)
    pks = {pk for one in found for pk in one.pks}
    organisations = organisations.with_names().in_bulk(pks)
    return [one.match(organisations) for one in found]


@dataclass
class _Found:
    known: int | None
    chosen: bool
    open: bool  # whether to look for names that are alike
    text: str
    offers: list  # (primary key, code of the reason, score)

    @property
    def pks(self):
        return [pk for pk in (self.known, *(offer[0] for offer in self.offers)) if pk]

    def match(self, organisations):
        known = organisations.get(self.known)
        offers = {}
        for pk, reason, score in self.offers:
            if pk in organisations and pk != self.known:
                offers.setdefault(pk, Option(organisations[pk], _reason(reason, score)))
        return Match(known, self.chosen, list(offers.values())[:_MOST])


def _reason(code, score):
    if code == "acronym":
        return _("the same acronym")
    if code == "name":
        return _("the same name")
    return _("perhaps: {score} % alike").format(score=score)


def _keys(record):
    """The keys by which a record may be known: of the whole line, and of its parts."""
    keys = {"raw": match_key(record.raw)}
    if record.name:
        keys["name"] = match_key(record.name)
    for number, other in enumerate(record.other_names):
        keys[f"other {number}"] = match_key(other)
    if record.acronym:
        keys["acronym"] = match_key(record.acronym)
    return {part: key for part, key in keys.items() if key}


def _owners(keys, with_hidden):
    """{key: primary keys of the organisations that have such a name}."""
    owners = {}
    wanted = sorted(keys)
    names = OrganisationName.objects.order_by()
    names = names if with_hidden else names.filter(organisation__suppressed=False)
    known = names.values_list("match_key", "organisation")
    for start in range(0, len(wanted), 5000):
        for key, pk in known.filter(match_key__in=wanted[start : start + 5000]):
            owners.setdefault(key, set()).add(pk)
    return owners


def _found(record, keys, owners):
    text = record.name or record.raw
    same = owners.get(keys.get("raw"), ())
    offers = [(pk, "name", 100) for pk in sorted(same)]
    for part, key in keys.items():
        code = "acronym" if part == "acronym" else "name"
        offers += [(pk, code, 100) for pk in sorted(owners.get(key, ()))]
    if record.organisation:
        chosen = int(record.organisation) if record.organisation.isdecimal() else None
        return _Found(chosen, True, False, text, offers)
    if record.kind == "person":
        return _Found(None, False, False, text, offers)
    known = next(iter(same)) if len(same) == 1 else None
    return _Found(known, False, known is None, text, offers)
