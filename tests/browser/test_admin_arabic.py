"""Our pages of the admin read in Arabic as well as in English."""

import json

import pytest

pytestmark = pytest.mark.browser

PREPARE = """
import json
from django.urls import reverse
from home.models import Theme, User
from letters.models import OpenLetterPage, Organisation
from translating.models import Assignment, GlossaryTerm, GlossaryTranslation, ReleaseSet
from translating.models import ReleaseItem
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object
user = User.objects.create_superuser("layla", "layla@example.org", "a secret for tests")
UserProfile.objects.create(user=user, preferred_language="{language}")
letter = OpenLetterPage.objects.get(slug="global-call-on-china", locale__language_code="en")
locale, _made = Locale.objects.get_or_create(language_code="th")
home = Page.objects.get(depth=2, locale__language_code="en").specific
if not home.has_translation(locale):
    home.copy_for_translation(locale)
translate_object(letter, [locale], user=user)
translation = Translation.objects.get(source__object_id=letter.translation_key, target_locale=locale)
term = GlossaryTerm.objects.create(term="defender")
GlossaryTranslation.objects.create(entry=term, locale=locale, text="ผู้พิทักษ์")
Assignment.objects.create(page=letter.page_ptr, locale=locale, user=user, note="Short, please")
release = ReleaseSet.objects.create(name="Sample")
ReleaseItem.objects.create(release_set=release, page=letter.page_ptr)
organisations = Organisation.objects.order_by("pk")[:2]
pages = {{
    "home": reverse("wagtailadmin_home"),
    "board": reverse("translating_board"),
    "board-themes": reverse("translating_board") + "?kind=home.theme",
    "work": reverse("translating_work"),
    "assign": reverse("translating_assign", args=[letter.pk, "ar"]),
    "translation": reverse("translating_translation", args=[translation.pk]),
    "terms": reverse("translating_terms", args=[translation.pk]),
    "both": reverse("translating_side_by_side", args=[translation.pk]),
    "upload": reverse("translating_upload", args=[translation.pk]),
    "releases": reverse("wagtailsnippets_translating_releaseset:list"),
    "release": reverse("translating_release", args=[release.pk]),
    "glossary": reverse("wagtailsnippets_translating_glossaryterm:list"),
    "term": reverse("wagtailsnippets_translating_glossaryterm:edit", args=[term.pk]),
    "checks": reverse("letters_checks", args=[letter.pk]),
    "removal": reverse("letters_remove_signatory"),
    "organisations": reverse("wagtailsnippets_letters_organisation:list"),
    "organisation": reverse(
        "wagtailsnippets_letters_organisation:edit", args=[organisations[0].pk]
    ),
    "import": reverse("letters_import_organisations"),
    "merge": reverse("letters_merge_organisations", args=[organisations[0].pk]),
    "care": reverse("multimedia_care_report"),
}}
print("PAGES" + json.dumps({{"pages": pages, "translation": translation.pk}}))
"""
TIDY_UP = """
from home.models import User
from translating.models import GlossaryTerm, ReleaseSet
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
User.objects.filter(username="layla").delete()
GlossaryTerm.objects.filter(term="defender").delete()
ReleaseSet.objects.filter(name="Sample").delete()
Translation.objects.filter(target_locale__language_code="th").delete()
for page in Page.objects.filter(locale__language_code="th", depth=2):
    page.delete()
Locale.objects.filter(language_code="th").delete()
"""


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


@pytest.fixture
def prepared(demo_site, language):
    """Things to look at, and somebody who reads the admin in a language."""
    printed = demo_site.manage("shell", "-c", PREPARE.format(language=language))
    yield json.loads(printed.rpartition("PAGES")[2])
    demo_site.manage("shell", "-c", TIDY_UP)


@pytest.fixture
def layla(browser, demo_site, prepared):
    """A tab in which she is logged in; what scripts complain of is noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    tab = context.new_page()
    tab.goto(f"{demo_site.url}/admin/login/")
    tab.locator("input[name=username]").fill("layla")
    tab.locator("input[name=password]").fill("a secret for tests")
    tab.locator("form button[type=submit]").first.click()
    tab.wait_for_url("**/admin/")
    yield tab
    context.close()


def violations(tab, node_modules):
    tab.evaluate((node_modules / "axe-core" / "axe.min.js").read_text())
    result = tab.evaluate(
        "axe.run({include: [['main']], exclude: [['iframe'], ['.w-slim-header']]},"
        " {resultTypes: ['violations']})"
    )
    return [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in result["violations"]]


def test_pages_of_the_admin_are_in_order(
    layla, demo_site, prepared, language, node_modules, screenshot
):
    found = {}
    for name, address in prepared["pages"].items():
        response = layla.goto(f"{demo_site.url}{address}")
        assert response.status == 200, address
        root = layla.locator("html")
        assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        screenshot(layla, f"admin-{name}-{language}", full_page=True)
        if problems := violations(layla, node_modules):
            found[name] = problems
        if layla.evaluate("document.documentElement.scrollWidth") > 1280:
            found.setdefault(name, []).append("wider than the screen")
    assert found == {}


def test_preview_of_a_file_is_in_order(
    layla, demo_site, prepared, language, node_modules, screenshot
):
    desk = f"{demo_site.url}/admin/translations/{prepared['translation']}/"
    file = layla.request.get(f"{desk}download/xliff12/").body().decode()
    file = file.replace("</source>", "</source><target>ข้อความ</target>")
    layla.goto(f"{desk}upload/")
    content = {"name": "text.xlf", "mimeType": "application/xml", "buffer": file.encode()}
    layla.locator("input[type=file]").set_input_files(content)
    layla.locator("main form button[type=submit]").first.click()
    layla.wait_for_load_state()
    screenshot(layla, f"admin-upload-plan-{language}", full_page=True)
    assert layla.locator("main table tbody tr").count() > 1
    assert violations(layla, node_modules) == []
