"""The letter page beside a baseline.

The baseline is the same names through a bare Django template: no page tree, no layout, no
languages, no middleware. Both are timed in turns in one process, so that their ratio says
something even where the machine is busy; the milliseconds themselves do not travel.
"""

import gzip
import statistics
import time

from tests.server import ROOT

LETTER = "global-call-on-china"
NAMES = ROOT / "site" / "demo" / "data" / "china_2020_signatories.txt"
COUNTS = [1, 281, 2000]
ROUNDS = 30
BARE = "<ol>{% for name in names %}<li><bdi>{{ name }}</bdi></li>{% endfor %}</ol>"
HEADINGS = ["names", "queries", "kB gzip", "× bare", "CPU ms", "× bare", "× 1 name"]


def compare():
    """Print queries, bytes and CPU time for some lengths of the list."""
    print(row(HEADINGS))
    first = None
    for count in COUNTS:
        figures = measure(count)
        first = first or figures["cpu"]
        print(row(formatted(count, figures, first)), flush=True)


def measure(count):
    from django.db import connection
    from django.template import Context, Template
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    path, names = publish(count)
    client = Client(SERVER_NAME="127.0.0.1")
    template = Template(BARE)

    def page():
        response = client.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return response.content

    def bare():
        return template.render(Context({"names": names})).encode()

    page()  # the first request compiles templates
    with CaptureQueriesContext(connection) as captured:
        html = page()
    queries = len(captured)  # before the next request forgets them
    assert html.count(b"<bdi") >= count, "the page does not show all names"
    cpu, baseline = time_in_turns(page, bare)
    return {
        "queries": queries,
        "bytes": len(gzip.compress(html)),
        "bytes_bare": len(gzip.compress(bare())),
        "cpu": cpu,
        "cpu_bare": baseline,
    }


def publish(count):
    """Give the demo's letter that many names; return its address and the names."""
    from letters.models import OpenLetterPage

    letter = OpenLetterPage.objects.get(slug=LETTER, locale__language_code="en")
    real = NAMES.read_text().splitlines()
    names = [real[i % len(real)] + f" {i}" * (i >= len(real)) for i in range(count)]
    letter.signatories = [
        {
            "type": "signatory_list",
            "value": {
                "heading": "",
                "names": [{"id": f"s{i}", "raw": name} for i, name in enumerate(names)],
            },
        }
    ]
    letter.save_revision().publish()
    return f"/en/letters/{LETTER}/", names


def time_in_turns(*functions):
    """The median CPU milliseconds of each function."""
    times = [[] for _ in functions]
    for _ in range(ROUNDS):
        for function, list_ in zip(functions, times, strict=True):
            started = time.process_time()
            function()
            list_.append(1000 * (time.process_time() - started))
    return [statistics.median(list_) for list_ in times]


def formatted(count, figures, first):
    return [
        f"{count}",
        f"{figures['queries']}",
        f"{figures['bytes'] / 1000:.1f}",
        f"{figures['bytes'] / figures['bytes_bare']:.2f}",
        f"{figures['cpu']:.1f}",
        f"{figures['cpu'] / figures['cpu_bare']:.1f}",
        f"{figures['cpu'] / first:.2f}",
    ]


def row(cells):
    return "".join(f"{cell:>10}" for cell in cells)
