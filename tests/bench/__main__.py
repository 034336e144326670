"""Measure the site beside baselines: `make bench`.

Each figure stands beside one for the obvious way of doing the same, timed on the same machine,
so that their ratio says something even where the machine is busy; the milliseconds themselves
do not travel.
"""

import os
import secrets
import sys
import tempfile

from tests.server import ROOT, SiteServer


def main():
    with tempfile.TemporaryDirectory(prefix="forum-asia-bench-") as folder:
        site = SiteServer(
            folder,
            SECRET_KEY=secrets.token_urlsafe(50),
            HTTPS="false",
            TRUSTED_PROXIES="0",
            DJANGO_SETTINGS_MODULE="tests.bench.settings",
        )
        try:
            print("Preparing the demo site", flush=True)
            site.prepare()
            site.manage("load_demo")
            set_up_django(site.environment)
            from django.db import connections

            from tests.bench import editing, pages, reading, submitting

            pages.compare()
            submitting.compare()
            editing.compare(site, count=281)
            reading.measure(site)
            connections.close_all()
        finally:
            site.stop()


def set_up_django(environment):
    # The browser is driven through an event loop in the thread that also uses the database.
    os.environ.update(environment, DJANGO_ALLOW_ASYNC_UNSAFE="true")
    sys.path.insert(0, str(ROOT / "site"))
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(main())
