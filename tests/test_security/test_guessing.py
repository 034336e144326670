"""Many guesses at once, against a running server."""

import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from security.forms import A_QUARTER

pytestmark = pytest.mark.xdist_group("server")


@pytest.fixture
def log_in(visitor):
    """A function that sends the log-in form as a browser would, and returns the answer."""
    form = visitor.ask("/admin/login/")
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', form.body.decode())[1]
    cookie = form.cookies[0].partition(";")[0]

    def send(password):
        body = urlencode({"csrfmiddlewaretoken": token, "username": "editor", "password": password})
        return visitor.ask(
            "/admin/login/",
            "POST",
            body,
            Cookie=cookie,
            Content_Type="application/x-www-form-urlencoded",
        )

    return send


def test_parallel_guesses_do_not_slip_through(log_in, server):
    if time.time() % A_QUARTER > A_QUARTER - 20:
        time.sleep(20)  # else the window could end in the middle
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(log_in, [f"guess {n}" for n in range(24)]))
    assert [answer.status for answer in answers].count(200) == 5
    assert {answer.status for answer in answers} == {200, 429}

    refused = log_in("right password")
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= A_QUARTER
    assert [name for name in refused.cookies if name.startswith("sessionid")] == []


def test_log_names_nobody(log_in, server):
    log_in("guess")
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        connection.recv(1000)
    log = server.log()
    assert "Invalid request: " in log
    assert "127.0.0.1" not in log
    assert "guess" not in log
    assert "editor" not in log
