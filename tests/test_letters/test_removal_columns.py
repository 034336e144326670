"""Whether a column can hold a name is decided for every column of text, by a person."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Comment, CommentReply, Locale, TaskState, Workflow
from wagtail_localize.models import String, StringTranslation, TranslationContext, TranslationSource
from wagtail_localize.strings import StringValue

from letters.removal.actions import plan_removal, remove_signatory
from letters.removal.mentions import left_to_people
from letters.removal.notes import NOTES
from translating.models import Assignment, GlossaryTerm, GlossaryTranslation, ReleaseSet

DECISIONS = tomllib.loads(Path(__file__).with_name("name_columns.toml").read_text())
TEXT = (models.CharField, models.TextField, models.JSONField, models.BinaryField, StreamField)
NAME = "Qalun’s House"


def columns(kind):
    return {f"{model}.{name}" for model, names in DECISIONS[kind].items() for name in names.split()}


def columns_of_text():
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
        and model._meta.managed
        # These are made for single tests.
        and not model.__module__.startswith("tests.")
        for field in model._meta.local_concrete_fields
        if isinstance(field, TEXT) and not field.choices and not field.primary_key
    }


def test_every_column_is_decided_once():
    kinds = [columns(kind) for kind in DECISIONS]
    undecided = columns_of_text() - set().union(*kinds)
    assert not undecided, "Enter these in name_columns.toml"
    assert sum(map(len, kinds)) == len(set().union(*kinds))


def test_no_column_is_decided_that_is_not_there():
    # The search index has other columns on another database.
    gone = set().union(*map(columns, DECISIONS)) - columns_of_text()
    assert {name for name in gone if not name.startswith("wagtailsearch.")} == set()


def test_notes_are_those_that_apps_have_registered():
    registered = {f"{model._meta.label}.{name}" for model in NOTES for name in NOTES[model].fields}
    assert registered == columns("notes")


def test_what_is_left_to_people_is_looked_through():
    looked_through = {
        f"{model._meta.label}.{name}"
        for model in apps.get_models()
        for name in left_to_people(model)
    }
    assert columns("by_hand") <= looked_through


# What becomes of notes


@pytest.fixture
def letter(make_letter, admin_user):
    """A letter around which staff have written the name wherever they can."""
    page = make_letter([NAME, "Tamarin Union"])
    text = f"Ask {NAME} & others, then {NAME.upper()}."
    Workflow.objects.first().start(page, admin_user)
    TaskState.objects.update(comment=text)
    comment = Comment.objects.create(page=page, user=admin_user, text=text, contentpath="title")
    CommentReply.objects.create(comment=comment, user=admin_user, text=text)
    type(page).objects.get(pk=page.pk).save_revision()
    arabic = Locale.objects.create(language_code="ar")
    Assignment.objects.create(page=page, locale=arabic, user=admin_user, note=text)
    term = GlossaryTerm.objects.create(term=f"House of {NAME}", definition=text)
    GlossaryTranslation.objects.create(entry=term, locale=arabic, text=NAME, note=text)
    GlossaryTranslation.objects.create(entry=term, locale=arabic, text="بيت", note=text)
    problems = [{"page": page.pk, "message": text}]
    ReleaseSet.objects.create(name=f"With {NAME}", problems=problems)
    return page


def everything():
    """All that is written in notes, and in the versions of pages."""
    written = [
        str(value)
        for model, note in NOTES.items()
        for row in model._base_manager.values_list(*note.fields)
        for value in row
    ]
    versions = apps.get_model("wagtailcore", "Revision").objects.values_list("content", flat=True)
    return "\n".join(written + list(map(str, versions)))


def test_an_ellipsis_takes_the_place_of_the_name_in_notes(letter):
    remove_signatory(name=NAME)
    assert NAME.lower() not in everything().lower()
    assert TaskState.objects.get().comment == "Ask … & others, then …."
    assert ReleaseSet.objects.get().name == "With …"
    assert ReleaseSet.objects.get().problems[0]["message"] == "Ask … & others, then …."
    assert plan_removal(name=NAME).mentions == []


def test_a_term_that_was_the_name_is_deleted(letter):
    remove_signatory(name=NAME)
    assert [row.text for row in GlossaryTranslation.objects.all()] == ["بيت"]
    assert GlossaryTerm.objects.get().term == "House of …"


def test_two_terms_that_differ_in_the_name_alone_become_one(letter):
    GlossaryTerm.objects.create(term=f"House of {NAME.upper()}")
    remove_signatory(name=NAME)
    assert [term.term for term in GlossaryTerm.objects.all()] == ["House of …"]


def test_a_name_that_only_a_note_holds_can_be_removed(letter, make_letter):
    remove_signatory(name=NAME)
    Comment.objects.update(text=f"{NAME} called.")
    plan = plan_removal(name=NAME)
    assert ("notes and comments of staff", 1) in plan.counts
    remove_signatory(name=NAME)
    assert Comment.objects.get().text == "… called."


def test_only_the_notes_about_one_text_when_that_is_meant(letter, make_letter, admin_user):
    other = make_letter([NAME], slug="other")
    Comment.objects.create(page=other, user=admin_user, text=NAME, contentpath="title")
    remove_signatory(name=NAME, page=letter)
    assert Comment.objects.get(page=other).text == NAME
    assert NAME not in Comment.objects.get(page=letter).text
    assert NAME in ReleaseSet.objects.get().name


def test_sentences_of_earlier_texts_are_not_kept_for_translators(letter):
    arabic, english = Locale.objects.get(language_code="ar"), letter.locale
    TranslationSource.get_or_create_from_instance(letter)
    context = TranslationContext.objects.filter(object_id=letter.translation_key).first()

    def keep(text):
        string = String.from_value(english, StringValue(text))
        return StringTranslation.objects.create(
            translation_of=string, locale=arabic, context=context, data=f"عن {NAME}"
        )

    keep(f"Led by {NAME}.")
    keep("Led by nobody.")
    remove_signatory(name=NAME)
    assert [row.data for row in String.objects.filter(data__startswith="Led")] == ["Led by nobody."]
    assert not StringTranslation.objects.exists()
