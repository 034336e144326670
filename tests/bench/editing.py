"""The editor of a letter beside that of a page with a ListBlock, and its PDF.

Ready is when every name can be edited, measured in the browser from the start of loading;
publishing is the answer to the form with its button. Both pages hold the same names.
"""

import json
import shutil
import statistics
import time
from uuid import uuid4

from tests.bench.pages import publish

EDITOR_ROUNDS = 3
PUBLISH_ROUNDS = 5
# What to scroll to, and what shows that it is ready. Ours has all names in one text area, and
# reads them when it is looked at: the preview comes last.
OURS = (".signatory-names", ".signatory-names__table tbody tr", 1)
NAIVE = ("[data-contentpath='entries']", 'input[name$="-value-name"]', None)
# Looked for in the page itself, at every frame: to be asked from outside takes time of its own.
# A frame after the sign, what was built is drawn as well.
WATCH = """([place, sign, count]) => {
  const look = () => {
    document.querySelector(place)?.scrollIntoView();
    if (document.querySelectorAll(sign).length < count) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => { window.readyAt = performance.now(); }));
  };
  requestAnimationFrame(look);
}"""


def compare(site, count):
    """Print the figures of both editors, and their ratios, for `count` names."""
    letter, naive = make_pages(count)
    print(f"\nEditing {count} names         ours  ListBlock      ratio")
    if ready := editors_ready(site, letter, naive, count):
        line("editor ready, ms", *ready)
    line("publish, ms", *publishing(letter, naive, count))
    pdf(letter)


def line(label, ours, theirs):
    print(f"{label:<22}{ours:>10.0f}{theirs:>11.0f}{theirs / ours:>10.1f} ×", flush=True)


def make_pages(count):
    """The demo's letter and a naive page with the same names."""
    from home.models import HomePage
    from letters.models import OpenLetterPage
    from tests.bench.naive.models import NaivePage

    _path, names = publish(count)
    letter = OpenLetterPage.objects.get(slug="global-call-on-china", locale__language_code="en")
    home = HomePage.objects.get(locale__language_code="en")
    records = [{"name": name, "kind": "organisation", "country": "", "language": ""}
               for name in names]  # fmt: skip
    items = [{"type": "item", "id": str(uuid4()), "value": one} for one in records]
    value = [{"type": "names", "value": items}]
    page = home.add_child(instance=NaivePage(title="Naive", slug="naive", entries=value))
    page.save_revision().publish()
    return letter, page


def editors_ready(site, *pages_and_count):
    """The median milliseconds until each editor is ready; None without a browser."""
    *pages, count = pages_and_count
    chromium = shutil.which("chromium")
    if not chromium:
        print("no Chromium, so no times of the editor")
        return None
    from playwright.sync_api import sync_playwright

    site.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "sessionid", "value": session_key(), "url": site.url}])
        times = [
            time_editor(
                context, f"{site.url}/admin/pages/{page.pk}/edit/", (place, sign, least or count)
            )
            for page, (place, sign, least) in zip(pages, (OURS, NAIVE), strict=True)
        ]
        browser.close()
    return times


def time_editor(context, address, signs):
    """Median of some rounds, after one that fills the caches of browser and server."""
    times = []
    for _round in range(EDITOR_ROUNDS + 1):
        tab = context.new_page()
        tab.add_init_script(f"({WATCH})({json.dumps(signs)})")
        tab.goto(address)
        deadline = time.monotonic() + 120
        while not (ready := tab.evaluate("window.readyAt ?? 0")):
            assert time.monotonic() < deadline, f"{address}: not ready in two minutes"
            time.sleep(0.1)
        times.append(ready)
        tab.close()
    return statistics.median(times[1:])


def editor():
    """The administrator who edits."""
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    return users.filter(username="bench").first() or users.create_superuser(
        "bench", "bench@example.org", "not used: the session is made by hand"
    )


def session_key():
    """The key of a session in which the editor is logged in."""
    from django.test import Client

    client = Client()
    client.force_login(editor())
    return client.session.session_key


def publishing(letter, naive, count):
    """The median milliseconds in which the server publishes each."""
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(editor())
    forms = {letter: letter_form(letter), naive: naive_form(naive)}
    times = {page: [] for page in forms}
    for number in range(PUBLISH_ROUNDS + 1):
        for page, form in forms.items():
            data = form | {"title": f"Edition {number}", "action-publish": "1"}
            started = time.perf_counter()
            response = client.post(f"/admin/pages/{page.pk}/edit/", data)
            times[page].append(1000 * (time.perf_counter() - started))
            assert response.status_code == 302, f"{page}: the form was refused"
    assert letter_names(letter) == count
    return [statistics.median(list_[1:]) for list_ in times.values()]


def letter_names(letter):
    letter.refresh_from_db()
    return sum(len(block.value["names"]) for block in letter.signatories)


def common(page):
    return {"title": page.title, "slug": page.slug, "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0"}  # fmt: skip


def letter_form(letter):
    """What the editor of the letter posts; only the names are kept."""
    names = letter.signatories[0].value["names"].for_form()
    empty = ("body", "attachments", "updates", "corrections")
    return common(letter) | {
        **{f"{name}-count": "0" for name in empty},
        "kind": "joint",
        "names_shown": "both",
        "date": "2020-09-09",
        "anonymous_count": "39",
        "stated_total": "321",
        "convenors-TOTAL_FORMS": "0",
        "convenors-INITIAL_FORMS": "0",
        "signatories-count": "1",
        "signatories-0-type": "signatory_list",
        "signatories-0-order": "0",
        "signatories-0-deleted": "",
        "signatories-0-id": str(letter.signatories[0].id),
        "signatories-0-value-heading": "",
        "signatories-0-value-names": names["text"],
        "signatories-0-value-names-state": names["state"],
    }


def naive_form(page):
    """What the editor of the naive page posts."""
    block = page.entries[0]
    data = common(page) | {
        "entries-count": "1",
        "entries-0-type": "names",
        "entries-0-order": "0",
        "entries-0-deleted": "",
        "entries-0-id": str(block.id),
        "entries-0-value-count": str(len(block.value)),
    }
    for number, item in enumerate(block.value.bound_blocks):
        prefix = f"entries-0-value-{number}"
        data |= {
            f"{prefix}-deleted": "",
            f"{prefix}-order": str(number),
            f"{prefix}-id": str(item.id),
            **{f"{prefix}-value-{name}": value for name, value in item.value.items()},
        }
    return data


def pdf(letter):
    """Print how long the PDF takes."""
    from letters.pdf import fonts
    from letters.pdf.build import build
    from letters.pdf.content import content_of

    if not fonts.are_there():
        print("no fonts, so no time of the PDF")
        return
    times = []
    for _round in range(EDITOR_ROUNDS):
        started = time.perf_counter()
        build(content_of(letter))
        times.append(1000 * (time.perf_counter() - started))
    print(f"{'PDF, ms':<22}{statistics.median(times):>10.0f}")
