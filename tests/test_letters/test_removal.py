"""One action takes a name out of everything the site stores, and says what it did."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, PageLogEntry, Revision
from wagtail_localize.models import TranslationSource

from letters.models import (
    OpenLetterPage,
    Organisation,
    OrganisationName,
    RemovedSignatory,
    Signature,
)
from letters.removal.actions import (
    NothingToRemoveError,
    RemovalError,
    plan_removal,
    remove_signatory,
)
from letters.removal.signals import signatory_removed

NAME = 'Qalun’s "House" & Söhne بيت قالون'
OTHER = "Tamarin Union"


def names(page):
    page = OpenLetterPage.objects.get(pk=page.pk)
    return [record.raw for block in page.signatories for record in block.value["names"]]


def set_names(page, raws):
    records = [{"id": f"n{n}", "raw": raw} for n, raw in enumerate(raws, start=1)]
    page.signatories = [{"type": "signatory_list", "value": {"heading": "", "names": records}}]
    return page


def latest(page):
    """What the newest version of a page stores as its signatories."""
    revision = OpenLetterPage.objects.get(pk=page.pk).latest_revision
    return stored_in(revision)


def stored_in(revision):
    return json.dumps(json.loads(revision.content["signatories"]), ensure_ascii=False)


def organisation(*texts, **fields):
    found = Organisation.objects.create(**fields)
    for text in texts:
        OrganisationName.objects.create(organisation=found, text=text)
    return found


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


# The action


def test_gone_from_pages_in_all_languages_drafts_and_versions(make_letter, arabic):
    letter = make_letter([NAME, OTHER])
    translation = letter.copy_for_translation(arabic)
    translation.save_revision().publish()
    TranslationSource.get_or_create_from_instance(letter)
    copy = letter.copy(update_attrs={"slug": "copy"}, keep_live=False)
    set_names(letter, [OTHER, NAME, "Third House"]).save_revision()
    remove_signatory(name=NAME)
    assert names(letter) == names(translation) == names(copy) == [OTHER]
    assert list(Signature.objects.values_list("raw", flat=True)) == [OTHER]
    for revision in Revision.objects.filter(content__has_key="signatories"):
        assert "قالون" not in stored_in(revision)
    assert "Third House" in latest(letter)
    content = json.loads(TranslationSource.objects.get().content_json)
    assert "قالون" not in json.dumps(json.loads(content["signatories"]), ensure_ascii=False)


def test_a_list_left_empty_goes_with_its_heading(make_letter):
    letter = make_letter(lists=[("Organisations", [OTHER]), ("People", [NAME])])
    remove_signatory(name=NAME)
    page = OpenLetterPage.objects.get(pk=letter.pk)
    assert [block.value["heading"] for block in page.signatories] == ["Organisations"]


def test_the_count_follows_and_the_stated_total_stays(make_letter):
    letter = make_letter([NAME, OTHER], stated_total=2)
    plan = plan_removal(name=NAME)
    assert [(page.title, page.stated_total) for page in plan.stated] == [("A letter", 2)]
    remove_signatory(name=NAME)
    page = OpenLetterPage.objects.get(pk=letter.pk)
    assert (page.listed_count, page.stated_total) == (1, 2)


def test_other_names_stay_byte_for_byte(make_letter):
    others = [f"{NAME} Nepal", NAME.lower(), NAME.replace("’", "'"), OTHER]
    letter = make_letter([others[0], NAME, *others[1:]])
    before = OpenLetterPage.objects.get(pk=letter.pk).signatories.get_prep_value()
    remove_signatory(name=NAME)
    after = OpenLetterPage.objects.get(pk=letter.pk).signatories.get_prep_value()
    del before[0]["value"]["names"][1]
    assert after == before


def test_only_from_one_text_when_that_is_meant(make_letter, arabic):
    letter, other = make_letter([NAME, OTHER]), make_letter([NAME], slug="other")
    translation = letter.copy_for_translation(arabic)
    translation.save_revision().publish()
    alias = letter.create_alias(update_slug="alias")
    house = organisation(NAME)
    remove_signatory(name=NAME, page=translation)
    assert names(letter) == names(translation) == names(alias) == [OTHER]
    assert names(other) == [NAME]
    assert house.names.exists()


def test_the_plan_writes_nothing_and_is_what_happens(make_letter, arabic):
    letter = make_letter([NAME, OTHER])
    letter.copy_for_translation(arabic).save_revision().publish()
    organisation(NAME)
    revisions = list(Revision.objects.order_by("pk").values_list("content", flat=True))
    plan = plan_removal(name=NAME)
    assert names(letter) == [NAME, OTHER]
    assert list(Revision.objects.order_by("pk").values_list("content", flat=True)) == revisions
    assert [(page.language, page.names) for page in plan.pages] == [("en", 1), ("ar", 1)]
    report = remove_signatory(name=NAME)
    assert report.done == plan
    assert plan_removal(name=NAME).is_empty


def test_nothing_to_remove_is_an_error_and_leaves_nothing(make_letter):
    make_letter([OTHER])
    with pytest.raises(NothingToRemoveError):
        remove_signatory(name=NAME)
    assert not RemovedSignatory.objects.exists()


@pytest.mark.parametrize("target", [{}, {"name": " "}, {"name": "x", "organisation": 1}])
def test_a_target_is_one_name_or_one_organisation(db, target):
    with pytest.raises(RemovalError):
        plan_removal(**target)


def test_all_or_nothing(make_letter, monkeypatch):
    letter = make_letter([NAME, OTHER])

    def fail(**kwargs):
        raise RuntimeError("a receiver failed")

    signatory_removed.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            remove_signatory(name=NAME)
    finally:
        signatory_removed.disconnect(fail)
    assert names(letter) == [NAME, OTHER]
    assert not RemovedSignatory.objects.exists()


def test_others_are_told_which_pages_changed(make_letter):
    told = []

    def receive(pages, **kwargs):
        told.append(pages)

    letter, _other = make_letter([NAME]), make_letter([OTHER], slug="other")
    signatory_removed.connect(receive)
    remove_signatory(name=NAME)
    signatory_removed.disconnect(receive)
    assert told == [[letter.pk]]


def test_prose_is_reported_and_never_rewritten(make_letter):
    body = [{"type": "text", "value": f"<p>Led by {NAME.replace('&', '&amp;')}.</p>"}]
    letter = make_letter([NAME], title="Mentioning", body=body)
    nested = make_letter([f"Network ({NAME}, others)"], title="Nesting", slug="nested")
    plan = plan_removal(name=NAME)
    found = {(mention.what, mention.where) for mention in plan.mentions}
    assert ("Mentioning", "body") in found
    assert ("Nesting", "signatories") in found
    assert ("Mentioning", "drafts and earlier versions") in found
    assert f"/admin/pages/{letter.pk}/edit/" in {mention.address for mention in plan.mentions}
    remove_signatory(name=NAME)
    page = OpenLetterPage.objects.get(pk=letter.pk)
    assert "قالون" in page.body[0].value.source
    assert names(nested) == [f"Network ({NAME}, others)"]


def test_a_word_that_contains_the_name_is_no_mention(make_letter):
    make_letter(["Oru"], body=[{"type": "text", "value": "<p>Oruvians</p>"}])
    make_letter(["Or"], body=[{"type": "text", "value": "<p>This or that</p>"}], slug="or")
    assert plan_removal(name="Oru").mentions == plan_removal(name="Or").mentions == []


def test_other_spellings_are_shown_and_stay(make_letter):
    letter = make_letter([OTHER, OTHER.upper(), "Tamarín Union"])
    assert plan_removal(name=OTHER).variants == ["TAMARIN UNION", "Tamarín Union"]
    remove_signatory(name=OTHER)
    assert names(letter) == ["TAMARIN UNION", "Tamarín Union"]


# Organisations


def test_an_organisation_goes_with_all_it_signed_under(make_letter):
    house = organisation(NAME, "Qalun House")
    make_letter([NAME, "QALUN HOUSE", "Chosen Otherwise", OTHER])
    letter = OpenLetterPage.objects.get()
    letter.signatories[0].value["names"][2].organisation = str(house.pk)
    letter.save_revision().publish()
    set_names(letter, ["Qalun-House", OTHER]).save_revision()
    house.save_revision()
    remove_signatory(organisation=house)
    assert names(letter) == [OTHER]
    assert "Qalun" not in latest(letter)
    assert not Organisation.objects.exists()
    assert "Qalun" not in json.dumps(list(Revision.objects.values_list("content", "object_str")))


def test_names_of_another_organisation_stay(make_letter):
    house, double = organisation(OTHER, "Qalun House"), organisation(OTHER)
    letter = make_letter([OTHER, "Qalun House"])
    remove_signatory(organisation=house)
    assert names(letter) == [OTHER]
    assert double.names.exists()


def test_a_removed_name_leaves_an_organisation_its_others(make_letter):
    house = organisation(NAME, "Qalun House")
    house.save_revision()
    make_letter([NAME])
    remove_signatory(name=NAME)
    assert [name.text for name in house.names.all()] == ["Qalun House"]
    [revision] = Revision.objects.filter(object_id=house.pk, content__has_key="names")
    assert "قالون" not in json.dumps(revision.content, ensure_ascii=False)
    assert "Qalun House" in json.dumps(revision.content)


# The log


def test_the_history_says_who_and_how_many_but_not_the_name(make_letter, admin_user):
    letter = make_letter([NAME, OTHER])
    remove_signatory(name=NAME, by=admin_user)
    entry = PageLogEntry.objects.get(action="letters.remove_signatory")
    assert (entry.page_id, entry.user, entry.data) == (
        letter.pk,
        admin_user,
        {"names": 1, "revisions": 1},
    )
    [overall] = ModelLogEntry.objects.filter(action="letters.remove_signatory")
    assert overall.data["pages"] == 1
    assert "قالون" not in f"{entry.label} {overall.label} {overall.data}"
    assert entry.formatter.format_message(entry) == (
        "Removed a signatory: 1 in the text, 1 in versions"
    )


# Coming back


def edit(client, page, text, **fields):
    data = {
        "title": page.title,
        "slug": page.slug,
        "kind": page.kind,
        "date": "2026-03-01",
        "anonymous_count": "0",
        "convenors-TOTAL_FORMS": "0",
        "convenors-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **{f"{name}-count": "0" for name in ("body", "attachments", "updates", "corrections")},
        "signatories-count": "1",
        "signatories-0-type": "signatory_list",
        "signatories-0-order": "0",
        "signatories-0-deleted": "",
        "signatories-0-id": "",
        "signatories-0-value-heading": "",
        "signatories-0-value-names": text,
    }
    return client.post(f"/admin/pages/{page.pk}/edit/", data | fields)


def test_an_open_editor_cannot_put_the_name_back(make_letter, editor_client):
    letter = make_letter([NAME, OTHER])
    remove_signatory(name=NAME)
    response = edit(editor_client, letter, f"{NAME}\n{OTHER}", **{"action-publish": "1"})
    assert response.status_code == 200
    errors = response.context["form"].errors["signatories"]
    assert re.search(r"was removed from everywhere on .* Delete its line to save", str(errors))
    typed = json.dumps("قالون")[1:-1]
    assert typed in response.content.decode()  # nothing typed is lost
    assert names(letter) == [OTHER]
    edit(editor_client, letter, OTHER, **{"action-publish": "1"})
    assert names(letter) == [OTHER]


def test_a_save_under_way_during_the_removal_is_cleaned_too(make_letter):
    letter = make_letter([NAME, OTHER])
    open_in_memory = OpenLetterPage.objects.get(pk=letter.pk)
    remove_signatory(name=NAME)
    revision = open_in_memory.save_revision()
    assert "قالون" not in stored_in(Revision.objects.get(pk=revision.pk))
    open_in_memory.save()
    assert names(letter) == [OTHER]
    assert list(Signature.objects.values_list("raw", flat=True)) == [OTHER]


@pytest.mark.parametrize(
    "stored",
    [3, [7], {"a": 1}, "by hand", "{broken", "[1, null]", [{"type": "x", "value": "y"}]]
    + [[{"raw": 5}], [{"type": "signatory_list", "value": [{"raw": ["x"]}]}]],
)
def test_versions_of_other_types_may_have_signatories_of_another_shape(make_letter, home, stored):
    make_letter([NAME])
    remove_signatory(name=NAME)
    revision = home.save_revision()
    for value in (stored, [stored, {"raw": NAME}]):
        revision.content |= {"signatories": value}
        revision.save()
        kept = Revision.objects.get(pk=revision.pk).content["signatories"]
        assert kept == (stored if value is stored else [stored])


def test_after_some_days_the_name_is_forgotten_and_may_sign_again(make_letter):
    letter = make_letter([NAME, OTHER])
    remove_signatory(name=NAME)
    RemovedSignatory.objects.update(removed_at=timezone.now() - timedelta(days=8))
    set_names(letter, [NAME]).save_revision().publish()
    assert names(letter) == [NAME]
    remove_signatory(name=NAME)
    assert RemovedSignatory.objects.count() == 1


def test_removed_from_one_text_it_may_sign_another(make_letter):
    letter = make_letter([NAME, OTHER])
    remove_signatory(name=NAME, page=letter)
    assert names(make_letter([NAME], slug="other")) == [NAME]


def test_the_digest_is_not_the_name_and_differs_each_time(make_letter):
    make_letter([NAME])
    remove_signatory(name=NAME)
    make_letter([OTHER], slug="b")
    remove_signatory(name=OTHER)
    one, other = RemovedSignatory.objects.all()
    assert one.salt != other.salt
    assert "قالون" not in f"{one.digest}{one.salt}{one}"
