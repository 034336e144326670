"""Publishing derives who signed what; nothing else does, and nothing is derived twice."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from letters.models import OpenLetterPage, Organisation, OrganisationName, Signature


def rows(page):
    return list(Signature.objects.filter(page=page).values_list("position", "raw"))


def organisation(*names):
    found = Organisation.objects.create()
    for name in names:
        OrganisationName.objects.create(organisation=found, text=name)
    return found


def set_names(page, names):
    """The page as an editor leaves it: with other names, not saved."""
    records = [{"id": f"n{n}", "raw": name} for n, name in enumerate(names, start=1)]
    page.signatories = [{"type": "signatory_list", "value": {"heading": "", "names": records}}]
    return page


def in_arabic(home, letter_index, letter):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    translation = letter.copy_for_translation(locale)
    translation.save_revision().publish()
    return translation


def test_publishing_writes_one_row_a_name_across_lists(make_letter):
    letter = make_letter(lists=[("", ["Tamarin Union", "اتحاد أروفيا"]), ("People", ["Ana Ro"])])
    assert rows(letter) == [(1, "Tamarin Union"), (2, "اتحاد أروفيا"), (3, "Ana Ro")]


def test_a_draft_has_no_signatures_even_of_a_published_letter(make_letter):
    draft = make_letter(["Tamarin Union"], publish=False)
    letter = make_letter(["Quiet House"])
    set_names(letter, ["Quiet House", "Hidden House"]).save_revision()
    assert rows(draft) == []
    assert rows(letter) == [(1, "Quiet House")]


def test_publishing_again_follows_every_change_and_writes_only_those(make_letter):
    letter = make_letter(["A House", "B House", "C House"])
    before = Signature.objects.get(page=letter, position=1).pk
    set_names(letter, ["A House", "B Home"]).save_revision().publish()
    assert rows(letter) == [(1, "A House"), (2, "B Home")]
    assert Signature.objects.get(page=letter, position=1).pk == before


def test_rows_and_published_page_are_written_together_or_not_at_all(make_letter, monkeypatch):
    letter = make_letter(["A House"])
    revision = set_names(letter, ["B House"]).save_revision()

    def fail(*args, **kwargs):
        raise RuntimeError("no room")

    monkeypatch.setattr(Signature.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        revision.publish()
    stored = OpenLetterPage.objects.get(pk=letter.pk)
    assert [record.raw for record in stored.signatories[0].value["names"]] == ["A House"]
    assert rows(letter) == [(1, "A House")]


def test_scheduled_letter_has_no_signatures_before_its_time(make_letter):
    letter = make_letter(["A House"], publish=False)
    letter.go_live_at = "2999-01-01T00:00:00Z"
    letter.save_revision().publish()
    assert rows(letter) == []


def test_unpublishing_takes_them_away_however_it_is_done(make_letter):
    specific, plain = make_letter(["A House"]), make_letter(["B House"], slug="b")
    specific.unpublish()
    Page.objects.get(pk=plain.pk).unpublish()
    assert Signature.objects.count() == 0


def test_deleting_takes_them_away(make_letter):
    make_letter(["A House"]).delete()
    assert Signature.objects.count() == 0


def test_translations_and_aliases_have_none(home, letter_index, make_letter):
    letter = make_letter(["A House"])
    translation = in_arabic(home, letter_index, letter)
    alias = letter.create_alias(update_slug="alias")
    letter.save_revision().publish()
    assert rows(letter) == [(1, "A House")]
    assert rows(translation) == rows(alias) == []


def test_a_translation_inherits_them_when_its_source_is_deleted(
    home, letter_index, make_letter, django_capture_on_commit_callbacks
):
    letter = make_letter(["A House"])
    translation = in_arabic(home, letter_index, letter)
    with django_capture_on_commit_callbacks(execute=True):
        letter.delete()
    assert rows(translation) == [(1, "A House")]


def test_organisation_is_found_by_its_exact_name_in_any_of_its_spellings(make_letter):
    union = organisation("Tamarin Union", "Uniôn of Tamarin")
    letter = make_letter(["TAMARIN UNION", "Union of Tamarin", "Tamarin Unions", "—"])
    found = Signature.objects.filter(page=letter).values_list("organisation", flat=True)
    assert list(found) == [union.pk, union.pk, None, None]


def test_a_name_of_two_organisations_belongs_to_neither_until_an_editor_chooses(make_letter):
    first, second = organisation("Quiet House"), organisation("quiet house")
    letter = make_letter(["Quiet House"])
    assert Signature.objects.get(page=letter).organisation is None
    records = letter.signatories[0].value["names"]
    records[0].organisation = str(second.pk)
    letter.save_revision().publish()
    assert Signature.objects.get(page=letter).organisation == second
    assert not first.signatures.exists()


def test_a_choice_that_no_longer_exists_is_ignored(make_letter):
    letter = make_letter(["Quiet House"])
    letter.signatories[0].value["names"][0].organisation = "999999"
    letter.save_revision().publish()
    assert Signature.objects.get(page=letter).organisation is None


def test_a_person_is_no_organisation_of_the_same_name(make_letter):
    organisation("Ana Ro")
    letter = make_letter(["Ana Ro"])
    letter.signatories[0].value["names"][0].kind = "person"
    letter.save_revision().publish()
    assert Signature.objects.get(page=letter).organisation is None


def queries_to_derive(page):
    from letters.actions.signatures import derive_signatures

    with CaptureQueriesContext(
        connection,
    ) as queries:
        derive_signatures(page)
    # Inserts go in batches on SQLite, 83 rows each.
    return len([q for q in queries if not q["sql"].startswith("INSERT")])


def test_queries_do_not_grow_with_the_list(make_letter):
    counts = set()
    for number in (1, 281, 2000):
        letter = make_letter([f"House {n}" for n in range(number)], slug=f"l{number}")
        counts.add(queries_to_derive(letter))
        Signature.objects.filter(page=letter).delete()
        counts.add(queries_to_derive(letter))
        assert Signature.objects.filter(page=letter).count() == number
    assert len(counts) == 1
    assert counts.pop() <= 8


def test_rebuilding_repairs_and_says_what_it_did(make_letter, capsys):
    letter, other = make_letter(["A House", "B House"]), make_letter(["C House"], slug="c")
    Signature.objects.filter(page=letter, position=1).update(raw="Wrong")
    Signature.objects.create(page=other, position=7, raw="Stray", kind="person", match_key="")
    call_command("rebuild_signatures")
    assert capsys.readouterr().out == (
        "3 signatures on 2 pages: 1 written, 1 removed on 2 pages.\n"
    )
    assert rows(letter) == [(1, "A House"), (2, "B House")]
    call_command("rebuild_signatures", page=letter.pk)
    assert capsys.readouterr().out == (
        "2 signatures on 1 pages: 0 written, 0 removed on 0 pages.\n"
    )


def test_rebuilding_a_page_that_is_none_says_so(home):
    with pytest.raises(CommandError, match="no statement or letter with the number"):
        call_command("rebuild_signatures", page=home.pk)
