"""The board's rows for texts that are no pages: themes, sub-sites, settings."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import reverse
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import StringSegment, get_edit_url

from home.source_texts import words_of

from .board import Cell, Row, page_rows
from .models import Assignment
from .states import State, progress


def other_texts(model):
    """The objects first written of a translatable model that is no page."""
    older = model.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    return model.objects.exclude(Exists(older)).select_related("locale").order_by("pk")


def other_rows(model, objects, locales, user):
    """Rows for objects that are no pages: in place as soon as they exist, and more or less
    translated."""
    objects = list(objects)
    keys = [item.translation_key for item in objects]
    translated = {
        (item.translation_key, item.locale_id): item
        for item in model.objects.filter(translation_key__in=keys, locale__in=locales)
    }
    done = progress(keys, locales)
    changed = _changed(objects)
    assignments = _assignments(model, objects, locales)
    may_edit = user_can_edit_snippet_type(user, model)
    rows = []
    for item in objects:
        url = get_edit_url(item) if may_edit else ""
        row = Row(item, str(item), model._meta.verbose_name, url)
        for locale in locales:
            key = (item.translation_key, locale.pk)
            behind = item.translation_key in changed
            cell = _cell(item, locale, translated.get(key), done.get(key), behind)
            cell.assignment = assignments.get((item.pk, locale.pk))
            if not may_edit:
                cell.url = ""
            row.cells.append(cell)
        rows.append(row)
    return rows


def is_behind_source(item):
    """Whether words of an object changed since its translators were given them."""
    return bool(_changed([item]))


def _changed(objects):
    """The translation keys of objects whose words are no longer those given to translators."""
    given = defaultdict(list)
    keys = [item.translation_key for item in objects]
    for key, words in StringSegment.objects.filter(source__object_id__in=keys).values_list(
        "source__object_id", "string__data"
    ):
        given[key].append(words)
    return {
        item.translation_key
        for item in objects
        if item.translation_key in given and set(given[item.translation_key]) != set(words_of(item))
    }


def _assignments(model, objects, locales):
    """Who does what of these objects: {(number, locale number): `Assignment`}."""
    found = Assignment.objects.open().filter(
        snippet_type=ContentType.objects.get_for_model(model),
        snippet_id__in=[item.pk for item in objects],
        locale__in=locales,
    )
    return {(item.snippet_id, item.locale_id): item for item in found.select_related("user")}


def _cell(source, locale, item, done, behind):
    """The cell of an object in a language; `item` is None where there is none."""
    if locale.pk == source.locale_id:
        return Cell(locale)
    kind, code = source._meta.label_lower, locale.language_code
    assign_url = reverse("translating_assign_other", args=[kind, source.pk, code])
    if item is None:
        return Cell(locale, State.MISSING, assign_url=assign_url)
    number, percent = done or (None, 100)
    if number is None:  # copied by hand: nobody was given any words
        return Cell(locale, State.PUBLISHED, get_edit_url(item), assign_url=assign_url)
    url = reverse("translating_translation", args=[number])
    if percent < 100:
        return Cell(locale, State.IN_PROGRESS, url, percent, assign_url=assign_url)
    state = State.BEHIND if behind else State.PUBLISHED
    return Cell(locale, state, url, assign_url=assign_url)


def work_cells(assignments, user):
    """Pairs of an `Assignment` and the cell of its text, in the order given."""
    locales = {item.locale for item in assignments}
    of_models = defaultdict(dict)
    for item in assignments:
        of_models[item.snippet_type][item.text.pk] = item.text
    cells = {}
    for snippet_type, texts in of_models.items():
        if snippet_type is None:
            rows = page_rows(texts.values(), locales, user)
        else:
            rows = other_rows(snippet_type.model_class(), texts.values(), locales, user)
        for row in rows:
            cells |= {(snippet_type, row.source.pk, cell.locale.pk): cell for cell in row.cells}
    return [
        (item, cells.get((item.snippet_type, item.text.pk, item.locale_id))) for item in assignments
    ]
