"""Everybody with a role visits the whole admin: what it offers opens, nothing breaks."""

import html
import json
import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, get_resolver, reverse

from home.models import Theme
from letters.models import Organisation, OrganisationName

# The report of wagtail-localize, which sorts its list only after the first look at it.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Pagination may yield inconsistent results with an unordered object_list. "
    "<class 'wagtail_localize.models.Translation'> QuerySet."
)

GROUPS = {
    "editor": ["Editors"],
    "moderator": ["Moderators"],
    "manager": ["Signatory managers"],
    "arabic": ["Translators: العربيّة (ar)"],
}
LINK = re.compile(r'(?:href|data-w-action-url-value|data-workflow-action-url)="(/admin/[^"#]*)')
MENU = re.compile(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', re.DOTALL)
MENU_ADDRESS = re.compile(r'"(/admin/[^"#]*)"')
# Of addresses that differ in numbers only, so many are enough.
OF_ONE_KIND = 1

# What Wagtail and wagtail-localize offer without asking, and then refuse: (what, where).
REFUSED_ALL_THE_SAME = {
    # The page above those that somebody may work on, as the list of pages shows it.
    ("/admin/pages/#/view_draft/", "/admin/pages/"),
    ("/admin/pages/#/history/", "/admin/pages/"),
    ("/admin/pages/#/view_draft/", "/admin/pages/#/"),
    ("/admin/pages/#/history/", "/admin/pages/#/"),
    # The original of a page that shows it untranslated.
    ("/admin/pages/#/edit/", "/admin/pages/#/edit/"),
    ("/admin/localize/submit/page/#/", "/admin/pages/#/edit/"),
}


@pytest.fixture
def site(arabic, make_letter, draft, statement_index, home):
    """A little of everything, and one letter that is being reviewed."""
    letter = make_letter(["Tamarin Union"], title="Published")
    translated = letter.copy_for_translation(arabic.locale, copy_parents=True)
    translated.save_revision()
    waiting = draft(title="Waiting")
    waiting.get_workflow().start(waiting, None)
    organisation = Organisation.objects.create()
    OrganisationName.objects.create(organisation=organisation, text="Tamarin Union")
    Theme.objects.create(name="Assembly", slug="assembly", locale=home.locale)
    return letter, organisation, waiting


@pytest.fixture(params=[*GROUPS, "administrator"])
def visitor(request, person, log_in, site):
    if request.param == "administrator":
        return log_in(person("root", is_superuser=True))
    return log_in(person(request.param, *GROUPS[request.param]))


def kind_of(address):
    """An address without its numbers."""
    return re.sub(r"\d+", "#", urlsplit(address).path)


def links_in(response):
    if "html" not in response.get("Content-Type", "") or response.streaming:
        return set()
    text = response.content.decode()
    found = set(LINK.findall(text))
    for menu in MENU.findall(text):
        found |= set(MENU_ADDRESS.findall(json.dumps(json.loads(menu), ensure_ascii=False)))
    return {html.unescape(address) for address in found}


def is_refusal(response):
    """Wagtail refuses by leading back to the first page with a message."""
    if response.status_code in {403, 404}:
        return True
    return response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")


def test_whatever_is_offered_opens(visitor):
    """Follow every link and every entry of the menu, from the first page on."""
    waiting, seen, kinds, refused = {reverse("wagtailadmin_home"): ""}, set(), Counter(), []
    while waiting:
        address, offered_by = waiting.popitem()
        seen.add(address)
        kinds[kind_of(address)] += 1
        response = visitor.get(address)
        if response.status_code == 405:
            continue  # is posted to
        expected = (kind_of(address), kind_of(offered_by)) in REFUSED_ALL_THE_SAME
        if is_refusal(response) and not expected:
            refused.append(f"{address} on {offered_by}")
        waiting |= {
            link: address
            for link in sorted(links_in(response) - seen)
            if "logout" not in link and kinds[kind_of(link)] < OF_ONE_KIND
        }
    assert "\n".join(refused) == ""
    assert len(seen) > 15


def addresses(site):
    """An address for every named view of the admin whose parts can be guessed."""
    _letter, organisation, waiting = site
    guesses = {
        "page_id": waiting.pk,
        "pk": organisation.pk,
        "app_label": "letters",
        "model_name": "organisation",
    }
    found = set()
    resolver = get_resolver()

    def walk(part, namespaces, known):
        for pattern in part.url_patterns:
            if isinstance(pattern, URLPattern):
                if pattern.name:
                    names = {**known, **pattern.pattern.converters}
                    found.add((":".join([*namespaces, pattern.name]), tuple(names)))
            else:
                more = [pattern.namespace] if pattern.namespace else []
                walk(pattern, [*namespaces, *more], {**known, **pattern.pattern.converters})

    walk(resolver, [], {})
    for name, parts in sorted(found):
        try:
            address = reverse(name, kwargs={part: guesses.get(part, waiting.pk) for part in parts})
        except Exception:
            continue
        if address.startswith("/admin/") and "logout" not in address and "error" not in name:
            yield address


def test_no_address_of_the_admin_breaks(visitor, site):
    visited = 0
    for address in addresses(site):
        assert visitor.get(address).status_code < 500, address
        visited += 1
    assert visited > 150
