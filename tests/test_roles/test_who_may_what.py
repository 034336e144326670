"""Who may do what: the table of the roles, asked through the admin itself."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Locale, Task, Workflow
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import SiteSettings, StandardPage, SubSite, Theme
from letters.models import Organisation, OrganisationName

ROLES = ["editor", "moderator", "manager", "arabic", "english"]
GROUPS = {
    "editor": ["Editors"],
    "moderator": ["Moderators"],
    "manager": ["Signatory managers"],
    "arabic": ["Translators: العربيّة (ar)"],
    "english": [],  # somebody who may enter, and nothing else
}
EVERYBODY = set(ROLES)
WRITERS = {"editor", "moderator"}

# What is done: who may do it. Administrators may do everything.
TABLE = {
    "see the first page": EVERYBODY,
    "change their own account": EVERYBODY,
    "write a letter": WRITERS,
    "write a statement": WRITERS,
    "write a page of text": WRITERS,
    "change a letter": WRITERS | {"manager"},
    "change the list of letters": WRITERS | {"manager"},
    "change the home page": WRITERS,
    "change a translated letter": WRITERS | {"manager", "arabic"},
    "change the translated home page": WRITERS | {"arabic"},
    "take a published letter off": {"moderator"},
    "delete a published letter": {"moderator"},
    "delete a published translation": {"moderator"},
    "delete a draft": WRITERS | {"manager"},
    "move a published letter": {"moderator"},
    "see the history of a letter": WRITERS | {"manager"},
    "set who may read a letter": {"moderator"},
    "send a letter to translators": WRITERS,
    "add a picture": WRITERS,
    "add a document": WRITERS,
    "see the directory": WRITERS | {"manager"},
    "add an organisation": WRITERS | {"manager"},
    "change an organisation": {"manager"},
    "delete an organisation": {"manager"},
    "merge organisations": {"manager"},
    "import organisations": {"manager"},
    "remove a signatory": {"manager"},
    "change themes": {"moderator"},
    "change sub-sites": {"moderator"},
    "change redirects": {"moderator"},
    # Of the pages that they may work on: see below.
    "see the report of workflows": WRITERS | {"manager", "arabic"},
    "see the report of the site's history": EVERYBODY,
    "change the site settings": set(),
    "add a user": set(),
    "change a group": set(),
    "switch on a language": set(),
    "change a workflow": set(),
    "change a step of a workflow": set(),
    "change sites": set(),
    "change collections": set(),
}


@pytest.fixture
def people(person, arabic, log_in):
    """A client for each role, and one for an administrator."""
    from django.contrib.auth.models import Permission

    clients = {}
    for role in ROLES:
        user = person(role, *GROUPS[role])
        if not GROUPS[role]:
            user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        clients[role] = log_in(user)
    clients["administrator"] = log_in(person("administrator", is_superuser=True))
    return clients


@pytest.fixture
def addresses(arabic, home, make_letter, draft, statement_index, letter_index):
    """The address in the admin where each thing of the table is done."""
    letter = make_letter(["Tamarin Union"], title="Published")
    unpublished = draft(title="Draft")
    translated = letter.copy_for_translation(arabic.locale, copy_parents=True)
    translated.save_revision().publish()
    organisation = Organisation.objects.create()
    OrganisationName.objects.create(organisation=organisation, text="Tamarin Union")
    theme = Theme.objects.create(name="Assembly", slug="assembly", locale=home.locale)
    subsite = SubSite.objects.create(
        name="Campaign", url="https://example.org/", locale=home.locale
    )
    settings = SiteSettings.objects.create(
        site=home.get_site(), organisation_name="A", short_name="A", locale=home.locale
    )

    def on_page(view, page):
        return reverse(f"wagtailadmin_pages:{view}", args=[page.pk])

    def adding(model, parent):
        return reverse("wagtailadmin_pages:add", args=[*model.split("."), parent.pk])

    def snippet(view, thing):
        name = f"wagtailsnippets_{thing._meta.app_label}_{thing._meta.model_name}"
        return reverse(f"{name}:{view}", args=[thing.pk] if view in {"edit", "delete"} else [])

    return {
        "see the first page": reverse("wagtailadmin_home"),
        "change their own account": reverse("wagtailadmin_account"),
        "write a letter": adding("letters.openletterpage", letter_index),
        "write a statement": adding("letters.statementpage", statement_index),
        "write a page of text": adding("home.standardpage", home),
        "change a letter": on_page("edit", letter),
        "change the list of letters": on_page("edit", letter_index),
        "change the home page": on_page("edit", home),
        "change a translated letter": on_page("edit", translated),
        "change the translated home page": on_page("edit", arabic),
        "take a published letter off": on_page("unpublish", letter),
        "delete a published letter": on_page("delete", letter),
        "delete a published translation": on_page("delete", translated),
        "delete a draft": on_page("delete", unpublished),
        "move a published letter": on_page("move", letter),
        "see the history of a letter": on_page("history", letter),
        "set who may read a letter": on_page("set_privacy", letter),
        "send a letter to translators": reverse(
            "wagtail_localize:submit_page_translation", args=[unpublished.pk]
        ),
        "add a picture": reverse("wagtailimages:add"),
        "add a document": reverse("wagtaildocs:add"),
        "see the directory": snippet("list", organisation),
        "add an organisation": snippet("add", organisation),
        "change an organisation": snippet("edit", organisation),
        "delete an organisation": snippet("delete", organisation),
        "merge organisations": reverse("letters_merge_organisations", args=[organisation.pk]),
        "import organisations": reverse("letters_import_organisations"),
        "remove a signatory": reverse("letters_remove_signatory"),
        "change themes": snippet("edit", theme),
        "change sub-sites": snippet("edit", subsite),
        "change redirects": reverse("wagtailredirects:add"),
        "see the report of workflows": reverse("wagtailadmin_reports:workflow"),
        "see the report of the site's history": reverse("wagtailadmin_reports:site_history"),
        "change the site settings": snippet("edit", settings),
        "add a user": reverse("wagtailusers_users:add"),
        "change a group": reverse("wagtailusers_groups:add"),
        "switch on a language": reverse("wagtaillocales:add"),
        "change a workflow": reverse(
            "wagtailadmin_workflows:edit", args=[Workflow.objects.last().pk]
        ),
        "change a step of a workflow": reverse(
            "wagtailadmin_workflows:edit_task", args=[Task.objects.last().pk]
        ),
        "change sites": reverse("wagtailsites:add"),
        "change collections": reverse("wagtailadmin_collections:add"),
    }


def test_every_role_may_do_its_own_work_and_no_other(people, addresses):
    assert list(addresses) == list(TABLE)
    found = {}
    for deed, address in addresses.items():
        assert people["administrator"].get(address).status_code == 200, deed
        answers = {role: people[role].get(address).status_code for role in ROLES}
        assert set(answers.values()) <= {200, 302, 403}, (deed, answers)
        found[deed] = {role for role, status in answers.items() if status == 200}
    wrong = {
        deed: (sorted(found[deed] - TABLE[deed]), sorted(TABLE[deed] - found[deed]))
        for deed in TABLE
        if found[deed] != TABLE[deed]
    }
    assert wrong == {}, "deed: (who may and should not, who should and may not)"


@pytest.mark.parametrize("library", ["wagtailimages", "wagtaildocs"])
def test_files_are_offered_to_those_who_work_with_them(people, library, home):
    data = BytesIO()
    Image.new("RGB", (1, 1)).save(data, "PNG")
    file = ContentFile(data.getvalue(), name="a.png")
    picture = {"width": 1, "height": 1} if library == "wagtailimages" else {}
    model = get_image_model() if picture else get_document_model()
    model.objects.create(title="Harbour of Oruva", file=file, **picture)
    address = reverse(f"{library}_chooser:choose_results")
    offered = {
        role for role in ROLES if "Harbour of Oruva" in people[role].get(address).content.decode()
    }
    assert offered == {"editor", "moderator", "manager", "arabic"}


def test_history_tells_everybody_of_their_own_pages_only(people, addresses, home, arabic):
    for page, title in ((home, "An English story"), (arabic, "An Arabic story")):
        child = page.add_child(instance=StandardPage(title=title, locale=page.locale))
        log(instance=child, action="wagtail.edit")
    address = addresses["see the report of the site's history"]
    seen = {
        role: [
            title
            for title in ("An English story", "An Arabic story")
            if title in people[role].get(address).content.decode()
        ]
        for role in ("editor", "arabic", "english")
    }
    assert seen == {
        "editor": ["An English story", "An Arabic story"],
        "arabic": ["An Arabic story"],
        "english": [],
    }


def test_translators_write_in_their_language_only(people, draft, arabic, django_user_model):
    letter = draft(title="The words to translate")
    lao = Locale.objects.create(language_code="lo")
    translate_object(letter, [arabic.locale, lao])
    answers = {}
    for translation in Translation.objects.exclude(source__object_id=arabic.translation_key):
        segment = translation.source.stringsegment_set.get(string__data=letter.title)
        address = reverse(
            "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
        )
        response = people["arabic"].put(
            address, urlencode({"value": "كلمات"}), "application/x-www-form-urlencoded"
        )
        answers[translation.target_locale.language_code] = response.status_code
    assert answers["lo"] == 403
    assert answers["ar"] == 201
    assert StringTranslation.objects.get().locale == arabic.locale


def test_nobody_without_a_log_in_may_do_anything(addresses, client):
    for deed, address in addresses.items():
        response = client.get(address)
        assert response.status_code == 302, deed
        assert "/login/" in response["Location"], deed
