"""Chromium, and a running site with the demo content to look at."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
SCREENSHOTS = ROOT / "var" / "screenshots"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, headless; tests that need it skip where it is missing."""
    if not CHROMIUM:
        pytest.skip("Chromium is missing; apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo_site(browser):
    """The site as `make run` serves it, with the demo content and a staff log-in."""
    from tests.server import SiteServer

    folder = tempfile.mkdtemp(prefix="forum-asia-browser-")
    server = SiteServer(folder)
    try:
        server.prepare()
        server.manage("load_demo")
        server.manage("read_documents")
        server.environment["DJANGO_SUPERUSER_PASSWORD"] = server.password = "a secret for tests"
        server.manage(
            "createsuperuser", "--noinput", "--username=editor", "--email=editor@example.org"
        )
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _open(browser, **options):
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    return context


@pytest.fixture
def page(browser):
    """A tab on a desktop screen."""
    context = _open(browser, viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser):
    """A tab on a small phone."""
    context = _open(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def logged_in(browser, demo_site):
    """The cookies of an administrator, after one log-in for all tests."""
    context = _open(browser, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{demo_site.url}/admin/login/")
    page.get_by_label("Username").fill("editor")
    page.locator("input[name=password]").fill(demo_site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def staff(browser, demo_site, logged_in):
    """A tab on a desktop screen in which an administrator is logged in."""
    context = _open(browser, viewport=DESKTOP, storage_state=logged_in)
    page = context.new_page()
    page.goto(f"{demo_site.url}/admin/")
    yield page
    context.close()


@pytest.fixture
def screenshot():
    """A function that keeps a picture of a tab under var/screenshots, for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def take(page, name, **options):
        page.screenshot(path=SCREENSHOTS / f"{name}.png", **options)

    return take


@pytest.fixture(scope="session")
def node_modules():
    """The folder with what npm installed for the tests; tests that need it skip without it."""
    folder = Path(os.environ.get("NODE_MODULES", ROOT / "var" / "npm" / "node_modules"))
    if not folder.is_dir():
        pytest.skip("axe-core and the Nu checker are missing; make test installs them with npm")
    return folder
