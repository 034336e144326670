"""Two organisations become one, with a preview, and become two again."""

import json
import re

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry, Revision

from letters.directory.merging import MergeError, merge_organisations, plan_merge
from letters.directory.unmerging import undo_merge
from letters.models import Convenor, OpenLetterPage, Organisation, OrganisationName, Signature

pytestmark = pytest.mark.ignore_template_errors


def organisation(*names, **fields):
    """An organisation with names; the first is preferred. (text, kind) or text."""
    found = Organisation.objects.create(**fields)
    for number, name in enumerate(names):
        text, kind = name if isinstance(name, tuple) else (name, "name")
        OrganisationName.objects.create(
            organisation=found, text=text, kind=kind, preferred=not number
        )
    return found


def names(found):
    rows = OrganisationName.objects.filter(organisation=found).order_by("pk")
    return [(row.text, row.kind, row.preferred) for row in rows]


def chosen(stream):
    """The organisations that the records of a page or a revision name."""
    blocks = json.loads(stream) if isinstance(stream, str) else stream.raw_data
    return [record.get("organisation") for block in blocks for record in block["value"]["names"]]


def choose(page, organisation):
    """The page as an editor leaves it who chose the organisation of its first name."""
    blocks = list(page.signatories.raw_data)
    blocks[0]["value"]["names"][0]["organisation"] = str(organisation.pk)
    page.signatories = json.dumps(blocks)
    return page


@pytest.fixture
def union(db):
    return organisation("Tamarin Union", ("TU", "acronym"), country="TH")


@pytest.fixture
def club(db):
    return organisation(
        "Tamarin Club", ("TU", "acronym"), ("猿聯盟", "translation"),
        country="TW", website="https://club.example.org/", member=True,
    )  # fmt: skip


@pytest.fixture
def letter(make_letter, union, club):
    page = make_letter(["The Club, Bangkok", "Tamarin Club", "Tamarin Union"])
    page.convenors.add(Convenor(organisation=club), Convenor(organisation=union))
    choose(page, club).save_revision().publish()
    draft = OpenLetterPage.objects.get(pk=page.pk)
    draft.title = "Draft"
    draft.save_revision()
    return page


def signed(page):
    rows = Signature.objects.filter(page=page).order_by("position")
    return list(rows.values_list("organisation", flat=True))


def test_everything_moves_and_comes_back(union, club, letter, admin_user):
    assert signed(letter) == [club.pk, club.pk, union.pk]
    before = (names(union), names(club))
    entry = merge_organisations(keep=union, remove=club, by=admin_user)
    assert not Organisation.objects.filter(pk=club.pk).exists()
    assert names(union) == [
        ("Tamarin Union", "name", True),
        ("TU", "acronym", False),
        ("Tamarin Club", "alias", False),
        ("猿聯盟", "translation", False),
    ]
    union.refresh_from_db()
    assert (union.country, union.website, union.member) == ("TH", "https://club.example.org/", True)
    stored = OpenLetterPage.objects.get(pk=letter.pk)
    assert signed(letter) == [union.pk] * 3
    assert chosen(stored.signatories) == [str(union.pk), None, None]
    assert [convenor.organisation_id for convenor in stored.convenors.all()] == [union.pk]
    for revision in Revision.objects.filter(object_id=str(letter.pk)):
        assert str(club.pk) not in chosen(revision.content["signatories"])
    assert stored.get_latest_revision_as_object().title == "Draft"
    assert "Tamarin" not in json.dumps(entry.data)
    assert "猿" not in json.dumps(entry.data, ensure_ascii=False)

    back = undo_merge(entry=entry, by=admin_user)
    assert back.pk == club.pk
    assert sorted(names(union)) == sorted(before[0])
    assert sorted(names(back)) == sorted(before[1])
    back.refresh_from_db()
    union.refresh_from_db()
    assert (back.country, back.website, back.member) == ("TW", "https://club.example.org/", True)
    assert (union.country, union.website, union.member) == ("TH", "", False)
    stored = OpenLetterPage.objects.get(pk=letter.pk)
    assert chosen(stored.signatories) == [str(club.pk), None, None]
    assert signed(letter) == [club.pk, club.pk, union.pk]
    assert {convenor.organisation_id for convenor in stored.convenors.all()} == {union.pk, club.pk}
    draft = stored.get_latest_revision_as_object()
    assert chosen(draft.signatories) == [str(club.pk), None, None]
    with pytest.raises(MergeError, match="taken back already"):
        undo_merge(entry=entry, by=admin_user)


def test_what_changed_since_stays(union, club, letter, admin_user):
    entry = merge_organisations(keep=union, remove=club, by=admin_user)
    OrganisationName.objects.get(text="猿聯盟").delete()
    Organisation.objects.filter(pk=union.pk).update(website="https://union.example.org/")
    back = undo_merge(entry=entry, by=admin_user)
    assert [text for text, _kind, _preferred in names(back)] == ["Tamarin Club", "TU"]
    assert Organisation.objects.get(pk=union.pk).website == "https://union.example.org/"


def test_nothing_comes_back_when_its_names_were_removed(union, club, admin_user):
    entry = merge_organisations(keep=union, remove=club, by=admin_user)
    OrganisationName.objects.exclude(text="Tamarin Union").delete()
    with pytest.raises(MergeError, match="None of its names"):
        undo_merge(entry=entry, by=admin_user)
    assert not Organisation.objects.filter(pk=club.pk).exists()


def test_hidden_stays_hidden(union, club):
    Organisation.objects.filter(pk=club.pk).update(suppressed=True)
    merge_organisations(keep=union, remove=club, by=None)
    assert Organisation.objects.get(pk=union.pk).suppressed


def test_one_cannot_be_merged_with_itself_or_with_what_is_gone(union, club):
    with pytest.raises(MergeError, match="itself"):
        plan_merge(keep=union, remove=union)
    Organisation.objects.filter(pk=club.pk).delete()
    with pytest.raises(MergeError, match="not there any more"):
        merge_organisations(keep=union, remove=club, by=None)


def test_only_who_may(client, union, club, django_user_model):
    user = django_user_model.objects.create_user("w", "w@example.org", "x")
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="change_organisation"),
    )
    with pytest.raises(PermissionDenied):
        merge_organisations(keep=union, remove=club, by=user)
    client.force_login(user)
    address = f"/admin/letters/organisations/{union.pk}/merge/"
    assert client.post(address, {"other": club.pk}).status_code == 302
    assert Organisation.objects.count() == 2
    listing = client.get("/admin/snippets/letters/organisation/").content.decode()
    assert "/merge/" not in listing


def test_preview_confirmation_and_the_way_back(editor_client, union, club, letter):
    address = f"/admin/letters/organisations/{union.pk}/merge/"
    assert address in editor_client.get("/admin/snippets/letters/organisation/").content.decode()
    assert editor_client.get(address).status_code == 200
    preview = editor_client.get(address, {"other": club.pk})
    text = preview.content.decode()
    for words in ("Tamarin Club", "(becomes another spelling)", "猿聯盟", "Taiwan", "1 published"):
        assert words in text
    assert Organisation.objects.count() == 2
    for wrong in ("none", "", "99999", "9" * 30):
        text = editor_client.get(address, {"other": wrong}).content.decode()
        assert "Choose an organisation of the directory." in text
        text = editor_client.post(address, {"other": wrong}).content.decode()
        assert "Choose an organisation of the directory." in text
    assert "itself" in editor_client.get(address, {"other": union.pk}).content.decode()

    done = editor_client.post(address, {"other": club.pk})
    assert done.url == f"/admin/snippets/letters/organisation/edit/{union.pk}/"
    answer = editor_client.get("/admin/snippets/letters/organisation/")
    undo = re.search(r"/admin/letters/organisations/merges/\d+/undo/", answer.content.decode())[0]
    history = editor_client.get(f"/admin/snippets/letters/organisation/history/{union.pk}/")
    assert undo in history.content.decode()
    assert editor_client.get(undo).status_code == 200
    assert Organisation.objects.count() == 1
    assert editor_client.post(undo).status_code == 302
    answer = editor_client.get("/admin/snippets/letters/organisation/")
    assert "is an organisation again" in answer.content.decode()
    assert Organisation.objects.count() == 2
    assert "taken back already" in editor_client.post(undo).content.decode()
    assert ModelLogEntry.objects.filter(action="letters.undo_merge").count() == 2
