"""Beside each name stands its organisation, or what it may be; one click decides."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from letters.models import Organisation, OrganisationName, Signature

PREVIEW = "/admin/letters/signatories/"


def organisation(*names, **fields):
    """An organisation with names; the first is preferred. (text, kind) or text."""
    found = Organisation.objects.create(**fields)
    for number, name in enumerate(names):
        text, kind = name if isinstance(name, tuple) else (name, "name")
        OrganisationName.objects.create(
            organisation=found, text=text, kind=kind, preferred=not number
        )
    return found


@pytest.fixture
def union(db):
    return organisation("Tamarin Workers Union", ("TWU", "acronym"), ("猿労働組合", "translation"))


def ask(client, text, state="", **fields):
    return client.post(PREVIEW, {"text": text, "state": state} | fields)


def cell(response, line=1):
    """What stands in the column of organisations."""
    row = response.json()["html"].split(f'data-row="{line}"')[1].split("</tr>")[0]
    return row.split("<td>")[4]


def offered(response, line=1):
    return f'data-choose-for="{line}" data-organisation="' in cell(response, line)


@pytest.mark.parametrize("name", ["Tamarin Workers Union", "TAMARIN workers’ union", "猿労働組合"])
def test_the_same_name_in_any_spelling_is_known(editor_client, union, name):
    name = name.replace("’", "")
    html = cell(ask(editor_client, name))
    assert html.startswith("<bdi>Tamarin Workers Union</bdi>")
    assert "Not this one" in html


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Tamarin Workers Union (TWU), Thailand", "the same name"),
        ("The Tamarin Labourers (TWU)", "the same acronym"),
        ("Tamarin Worker's Union", "alike"),
        ("Tamarin Wokers Union", "alike"),
    ],
)
def test_what_is_nearly_the_same_is_only_suggested(editor_client, union, name, reason):
    html = cell(ask(editor_client, name))
    assert f'data-organisation="{union.pk}"' in html
    assert reason in html
    assert "New organisation" in html
    assert "Not this one" not in html


@pytest.mark.parametrize("name", ["Quiet House", "Tamarin Farmers Cooperative"])
def test_other_names_are_new(editor_client, union, name):
    html = cell(ask(editor_client, name))
    assert str(union) not in html
    assert "New organisation" in html


def test_a_name_of_two_is_left_to_the_editor(editor_client, union):
    other = organisation("Tamarin Workers Union")
    html = cell(ask(editor_client, "Tamarin Workers Union"))
    assert f'data-organisation="{union.pk}"' in html
    assert f'data-organisation="{other.pk}"' in html


def save(page, answer, text):
    """The page as it is published with what the form holds."""
    from letters.editor.values import SignatoryRecords

    page.signatories[0].value["names"] = SignatoryRecords.from_form(text, answer.json()["state"])
    page.save_revision().publish()


def test_one_click_is_kept_and_followed_by_the_signature(editor_client, union, make_letter):
    text = "Tamarin Wokers Union\nQuiet House"
    page = make_letter(text.splitlines())
    answer = ask(editor_client, text, line="1", organisation=str(union.pk))
    assert "chosen" in cell(answer)
    save(page, answer, text)
    found = Signature.objects.filter(page=page).order_by("position")
    assert list(found.values_list("organisation", flat=True)) == [union.pk, None]
    again = ask(editor_client, text, answer.json()["state"])
    assert "chosen" in cell(again)
    changed = ask(editor_client, text.replace("Wokers", "Weavers"), answer.json()["state"])
    assert "chosen" not in cell(changed)
    back = ask(editor_client, text, answer.json()["state"], line="1", organisation="")
    assert "chosen" not in cell(back)


def test_none_is_a_choice_too(editor_client, union, make_letter):
    text = "Tamarin Workers Union"
    page = make_letter([text])
    assert Signature.objects.get(page=page).organisation == union
    answer = ask(editor_client, text, line="1", organisation="-")
    assert "None of the directory" in cell(answer)
    save(page, answer, text)
    assert Signature.objects.get(page=page).organisation is None


def test_a_new_one_is_added_once(editor_client, union):
    text = "Quiet House Network (QHN), Nepal"
    answer = ask(editor_client, text, line="1", organisation="new")
    added = Organisation.objects.exclude(pk=union.pk).get()
    assert {name.text: name.kind for name in added.names.all()}["Quiet House Network"] == "name"
    assert "Quiet House Network" in cell(answer)
    ask(editor_client, text, line="1", organisation="new")
    assert Organisation.objects.count() == 2


def test_who_may_not_add_is_told(client, union, django_user_model):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("w", "w@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    answer = ask(client, "Quiet House", line="1", organisation="new")
    assert answer.status_code == 400
    assert "You may not add organisations" in answer.json()["error"]
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("choice", ["99999", "x", "9" * 40, "-1"])
def test_what_is_not_there_cannot_be_chosen(editor_client, union, choice):
    answer = ask(editor_client, "Quiet House", line="1", organisation=choice)
    assert "not in the directory any more" in answer.json()["error"]


def test_people_are_asked_nothing(editor_client, union):
    answer = ask(editor_client, "Ana Ro, teacher", line="1", kind="person", lang="")
    assert not offered(answer)


def test_hundreds_of_names_cost_a_few_queries(editor_client, union):
    for number in range(300):
        organisation(f"House number {number} for the rights of all", ("HN", "acronym"))
    names = "\n".join(f"Hoose number {number} for the rights of all" for number in range(281))
    ask(editor_client, names)

    def queries(text):
        with CaptureQueriesContext(connection) as captured:
            started = time.process_time()
            response = ask(editor_client, text, rows="500")
            print(len(captured), time.process_time() - started)
        assert "alike" in cell(response)
        return len(captured)

    few = queries(names.split("\n")[0])
    assert queries(names) == few <= 8
