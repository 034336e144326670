"""Who is to be removed, and from how much."""

from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast, Concat
from wagtail.models import Page, Revision

from letters.models import OrganisationName
from letters.ordering import match_key
from letters.receivers import SIGNED_PAGES

from .records import name_of
from .spellings import decoded, stored_forms

AT_A_TIME = 20
# SQLite takes no expression that is nested deeper than 1,000; past this, all rows are read.
MOST_FORMS = 400


@dataclass(frozen=True)
class Target:
    """The names to remove: everywhere, or from one text in all its languages.

    `names` are the records to take out; `spellings` also those of an organisation that
    another one bears too, so that its records stay where no editor said whose they are.
    """

    names: frozenset = field(repr=False)
    spellings: frozenset = field(repr=False)
    organisation: int | None = None
    text: UUID | None = None
    pages: frozenset | None = None  # primary keys when only one text is meant

    def matches(self, record):
        """Whether a record (`dict`) of a signatory or of a name in the directory is meant."""
        chosen = record.get("organisation") if "raw" in record else None
        if self.organisation and chosen:
            return str(chosen) == str(self.organisation)
        return name_of(record) in self.names

    def holding(self, queryset, *fields, any_case=False):
        """The rows of `queryset` in whose text or JSON fields a spelling may stand.

        `any_case` is for prose; records are compared letter for letter. The rows are found
        first and read a few at a time, so that each can be changed as it comes; only the
        database's search sees them all.
        """
        forms = {form for name in self.spellings for form in stored_forms(name)}
        texts = [Cast(name, TextField()) for name in fields]
        text = Concat(*texts, Value("\n"), output_field=TextField())
        condition = Q()
        lookup = "_text__icontains" if any_case else "_text__contains"
        for form in forms if len(forms) <= MOST_FORMS else ():
            condition |= Q(**{lookup: form})
        keys = list(queryset.alias(_text=text).filter(condition).values_list("pk", flat=True))
        for start in range(0, len(keys), AT_A_TIME):
            yield from queryset.filter(pk__in=keys[start : start + AT_A_TIME])


def target_of_name(name, page=None):
    """One name exactly as signed: everywhere, or only in the text that `page` belongs to."""
    names = frozenset([name])
    if page is None:
        return Target(names, names)
    family = type(page).objects.filter(translation_key=page.translation_key)
    keys = set(family.values_list("pk", flat=True))
    while aliases := set(
        Page.objects.filter(alias_of__in=keys).exclude(pk__in=keys).values_list("pk", flat=True)
    ):
        keys |= aliases
    return Target(names, names, text=page.translation_key, pages=frozenset(keys))


def target_of_organisation(organisation):
    """An organisation: all its names, and whatever it signed under by choice or by name."""
    texts = {name.text for name in organisation.names.all()}
    keys = {match_key(text) for text in texts} - {""}
    others = OrganisationName.objects.exclude(organisation=organisation)
    keys -= set(others.filter(match_key__in=keys).values_list("match_key", flat=True))
    signed = {
        raw
        for raw, chosen in _stored_records()
        if (chosen == str(organisation.pk) if chosen else match_key(raw) in keys)
    }
    return Target(
        names=frozenset({text for text in texts if match_key(text) in keys} | signed),
        spellings=frozenset(texts | signed),
        organisation=organisation.pk,
    )


def _stored_records():
    """(name, key of the chosen organisation) of all records in pages and their revisions."""
    found = set()
    for model in SIGNED_PAGES:
        for stream in model.objects.values_list("signatories", flat=True).iterator(chunk_size=50):
            found |= _records_in(stream.raw_data)
    types = ContentType.objects.get_for_models(*SIGNED_PAGES).values()
    contents = Revision.objects.filter(content_type__in=types)
    for stream in contents.values_list("content__signatories", flat=True).iterator(chunk_size=50):
        found |= _records_in(decoded(stream) if isinstance(stream, str) else stream)
    return found


def _records_in(blocks):
    return {
        (record["raw"], str(record.get("organisation") or ""))
        for block in blocks or []
        for record in block["value"].get("names") or []
        if record.get("raw")
    }
