"""What the directory calls the signatories of a text in the language being read."""

from dataclasses import dataclass

from django.db.models import F

from letters.language_tags import in_language, is_in
from letters.models.organisations import OrganisationName
from letters.models.signatures import Signature
from letters.ordering import match_key
from letters.scripts import direction_of


@dataclass(frozen=True)
class KnownName:
    """The name of an organisation in one language, as the directory has it."""

    text: str
    language: str  # as it is stored; narrower than the language asked for, or that itself

    @property
    def dir(self):
        """`rtl` or `ltr`, by its first strong character."""
        return direction_of(self.text)


def page_of_signatures(page):
    """The key of the page whose `Signature` rows are those shown on a `SignedPage`."""
    return page.source.pk


def known_names(page, language_code):
    """The names to show after the signed ones, by position and signed name (a dict).

    Only where an organisation has a full name in the language and did not sign with it,
    and not for those that are kept out of the directory. One query, whatever the number
    of names; none where the letter shows names as signed only.
    """
    if page.source.names_shown == page.NamesShown.SIGNED or not page.shows_names:
        return {}
    names = "organisation__names"
    kinds = [OrganisationName.Kind.NAME, OrganisationName.Kind.TRANSLATION]
    rows = (
        Signature.objects.filter(
            in_language(f"{names}__language", language_code),
            page=page_of_signatures(page),
            organisation__suppressed=False,
            organisation__names__kind__in=kinds,
        )
        .annotate(known=F(f"{names}__text"), tag=F(f"{names}__language"))
        # "name" sorts before "translation".
        .order_by("position", f"-{names}__preferred", f"{names}__kind", f"{names}__pk")
        .values_list("position", "raw", "match_key", "known", "tag")
    )
    found, signed_in_it = {}, set()
    for position, raw, key, text, tag in rows:
        place = (position, raw)
        if match_key(text) in key:
            signed_in_it.add(place)
        found.setdefault(place, KnownName(text, tag))
    return {place: name for place, name in found.items() if place not in signed_in_it}


def language_mark(name, code):
    """The tag to mark a `KnownName` with on a page in the language `code`, often empty."""
    return "" if name.language.lower() == code or not is_in(name.language, code) else name.language
