"""What the walk through docs/editors.md needs: people, pictures, and the words they saw."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "editors.md"
PICTURES = ROOT / "docs" / "images" / "editors"
SIZE = {"width": 1200, "height": 760}
PASSWORD = "words for the guide"

PEOPLE = f"""
from django.contrib.auth.models import Group
from home.models import User
from letters.models import Organisation, OrganisationName
for name, full, group in [
    ("elin", "Elin", "Editors"), ("mona", "Mona", "Moderators"),
    ("tarek", "Tarek", "Moderators"), ("sana", "Sana", "Signatory managers"),
]:
    user = User.objects.create_user(name, password={PASSWORD!r}, first_name=full)
    user.groups.add(Group.objects.get(name=group))
known = Organisation.objects.create(country="TH")
OrganisationName.objects.create(
    organisation=known, text="Harbour Watch of Oruva", language="en", preferred=True
)
from letters.models import LetterIndexPage
print("list", LetterIndexPage.objects.get(locale__language_code="en").pk)
"""
TIDY_UP = """
from home.models import User
from letters.models import OpenLetterPage, Organisation
[page.delete() for page in OpenLetterPage.objects.filter(owner__username="elin")]
Organisation.objects.filter(names__text="Harbour Watch of Oruva").delete()
User.objects.filter(username__in=["elin", "mona", "tarek", "sana"]).delete()
"""
# Everything that a person can read or hear of a page.
WORDS = """() => {
    const words = [document.body.textContent];
    for (const element of document.querySelectorAll('[aria-label], [title], [value], input'))
        words.push(element.ariaLabel, element.title, element.getAttribute('value'));
    return words.filter(Boolean).join(' ');
}"""


class Walk:
    """Opens the admin as different people, and keeps what they saw."""

    def __init__(self, browser, site):
        self.browser = browser
        self.site = site
        self.seen = ""
        self.contexts = {}

    def tab(self, name):
        """A tab in which somebody is logged in, the same each time."""
        if name not in self.contexts:
            context = self.contexts[name] = self.browser.new_context(viewport=SIZE)
            context.set_default_timeout(25_000)
            page = context.new_page()
            page.goto(f"{self.site.url}/admin/login/")
            self.look(page)
            page.get_by_label("Username").fill(name)
            page.locator("input[name=password]").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/admin/")
        return self.contexts[name].pages[0]

    def open(self, name, path):
        """The same tab, at an address of the site."""
        page = self.tab(name)
        page.goto(f"{self.site.url}{path}")
        self.look(page)
        return page

    def look(self, page):
        """Remember the words on a page."""
        self.seen += " " + " ".join(page.evaluate(WORDS).split())

    def picture(self, page, name, part=None):
        """Look; and where GUIDE_PICTURES is set, draw the guide's picture anew, in few colours."""
        self.look(page)
        if part is not None:
            part.evaluate("part => { part.scrollIntoView(); scrollBy(0, -180) }")
        if not os.environ.get("GUIDE_PICTURES"):
            return
        page.wait_for_timeout(500)  # what slides or fades in has arrived
        PICTURES.mkdir(parents=True, exist_ok=True)
        image = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
            PICTURES / f"{name}.png", optimize=True
        )

    def close(self):
        """Log everybody out."""
        for context in self.contexts.values():
            context.close()
