"""An editor says which organisation a name is: one of the directory, none, or a new one."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from letters.actions.signatures import NONE
from letters.editor.corrections import CorrectionError
from letters.editor.state import digest
from letters.models import Organisation, OrganisationName
from letters.ordering import match_key

from .knowing import known_to

NEW = "new"


def choose_organisation(state, record, choice, user):
    """Note in the state of the text area what was chosen for a record.

    `choice` is the number of an organisation, `NONE`, `NEW`, or "" to leave it to the name
    again. Raises `CorrectionError` for anything else.
    """
    if choice == NEW:
        choice = str(_add(record, user).pk)
    elif choice not in ("", NONE):
        known = choice.isdecimal() and len(choice) < 18
        if not known or not known_to(user).filter(pk=choice).exists():
            raise CorrectionError(_("This organisation is not in the directory any more."))
    record.organisation = choice
    record.overruled = [name for name in record.overruled if name != "organisation"]
    if choice:
        record.overruled.append("organisation")
    mark, kept = state.kept.get(record.id, ("", {}))
    current = digest(record.raw)
    values = {"organisation": choice, "overruled": record.overruled}
    state.kept[record.id] = (current, (kept if mark == current else {}) | values)


@transaction.atomic
def _add(record, user):
    """The organisation that a record names, added to the directory if it is not there."""
    if not user.has_perm("letters.add_organisation"):
        raise CorrectionError(_("You may not add organisations. Ask an administrator."))
    text = record.name or record.raw
    known = OrganisationName.objects.filter(match_key=match_key(text)).order_by("pk").first()
    if known:
        return known.organisation
    organisation = Organisation.objects.create(country=record.country)
    OrganisationName.objects.create(
        organisation=organisation, text=text, language=record.lang, preferred=True
    )
    kinds = OrganisationName.Kind
    others = [
        (record.acronym, kinds.ACRONYM),
        *((name, kinds.ALIAS) for name in record.other_names),
    ]
    for other, kind in others:
        if (
            other
            and not OrganisationName.objects.filter(organisation=organisation, text=other).exists()
        ):
            OrganisationName.objects.create(organisation=organisation, text=other, kind=kind)
    log(organisation, "wagtail.create", user=user)
    return organisation
