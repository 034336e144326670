"""Titles of drafts are shown to those only who may edit them, or translate them."""

import pytest
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage

TITLE = "Raid on the harbour office"
GROUPS = {
    "manager": ["Signatory managers"],
    "arabic": ["Translators: العربيّة (ar)"],
}

# Logs out, or fails for a test of failing.
UNVISITED = ["logout", "failwhale"]

pytestmark = pytest.mark.filterwarnings(
    "ignore:Pagination may yield inconsistent results with an unordered object_list. "
    "<class 'wagtail_localize.models.Translation'> QuerySet."
)


@pytest.fixture
def secret(home, arabic):
    """A draft that was submitted for Thai, and a copy of it that was locked."""
    page = home.add_child(instance=StandardPage(title=TITLE, live=False))
    page.save_revision()
    thai = Locale.objects.create(language_code="th")
    home.copy_for_translation(thai)
    translate_object(page, [thai])
    page.locked = True
    page.save()
    page.save_revision(log_action=True)
    return page


@pytest.fixture(params=[*GROUPS])
def visitor(request, person, log_in, secret):
    return log_in(person(request.param, *GROUPS[request.param]))


def addresses(page):
    """An address for every named view of the admin that can be guessed."""
    number = Translation.objects.get().pk
    guesses = {
        "page_id": page.pk,
        "parent_page_id": page.get_parent().pk,
        "translation_id": number,
        "number": number,
        "app_label": "home",
        "model_name": "standardpage",
        "content_type_app_name": "home",
        "content_type_model_name": "standardpage",
        "language_code": "ar",
        "site_id": Site.objects.get().pk,
    }
    found = set()

    def walk(part, namespaces, known):
        for pattern in part.url_patterns:
            parts = {**known, **pattern.pattern.converters}
            if not isinstance(pattern, URLPattern):
                more = [pattern.namespace] if pattern.namespace else []
                walk(pattern, [*namespaces, *more], parts)
            elif pattern.name:
                found.add((":".join([*namespaces, pattern.name]), tuple(parts)))

    walk(get_resolver(), [], {})
    for name, parts in sorted(found):
        try:
            address = reverse(name, kwargs={part: guesses.get(part, page.pk) for part in parts})
        except Exception:
            continue
        if address.startswith("/admin/") and not any(word in address for word in UNVISITED):
            yield address


def test_nothing_in_the_admin_tells_the_title_of_a_foreign_draft(visitor, secret):
    told = []
    for address in addresses(secret):
        for query in ("", "?q=harbour", "?export=csv"):
            response = visitor.get(address + query)
            body = response.content if not response.streaming else b"".join(response)
            if TITLE.encode() in body:
                told.append(address + query)
    assert "\n".join(told) == ""
