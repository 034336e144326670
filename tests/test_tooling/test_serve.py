import os
import signal
import socket
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError
from django.utils import timezone

from home.management.commands import serve

# Only a test runner forks from a process with threads in it.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def test_free_port_is_accepted():
    with socket.create_server((serve.HOST, 0)) as server:
        port = server.getsockname()[1]
    serve.refuse_used_port(port)


def test_port_in_use_is_named_with_a_way_out():
    with socket.create_server((serve.HOST, 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used.*PORT=8123 make run"):
            serve.refuse_used_port(port)


@pytest.mark.parametrize("port", [-1, 65536])
def test_impossible_port_is_refused(port):
    with pytest.raises(CommandError, match="cannot be used"):
        serve.refuse_used_port(port)


class Sleeper(serve.Server):
    """A server that only waits to be stopped."""

    def run(self):
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, lambda *_: os._exit(0))
        signal.signal(signal.SIGTERM, lambda *_: os._exit(7))
        time.sleep(60)


@pytest.fixture
def server():
    numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGTTOU]
    handlers = {number: signal.getsignal(number) for number in numbers}
    server = Sleeper(port=1)
    time.sleep(0.2)
    yield server
    server.stop()
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_server_has_a_process_group_of_its_own(server):
    assert os.getpgid(server.process.pid) == server.process.pid != os.getpgrp()


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 7), (signal.SIGHUP, 7)]
)
def test_signals_are_passed_on(server, number, status):
    os.kill(os.getpid(), number)
    assert server.wait() == status


def test_stop_ends_the_server(server):
    server.stop()
    assert not server.process.is_alive()
    server.stop()


def test_stopped_server_is_not_announced(server):
    os.kill(server.process.pid, signal.SIGINT)
    assert server.wait_until_ready() is False


def test_what_is_scheduled_is_published(make_letter):
    letter = make_letter(publish=False)
    letter.go_live_at = timezone.now() - timedelta(minutes=1)
    letter.save_revision(approved_go_live_at=letter.go_live_at)
    serve.publish_due()
    letter.refresh_from_db()
    assert letter.live


def test_what_cannot_be_published_leaves_the_rest_alone(monkeypatch, caplog):
    called = []

    def fail(command, **options):
        called.append(command)
        raise ValueError("Secret Organisation")

    monkeypatch.setattr(serve, "call_command", fail)
    serve.publish_due()
    assert called == ["publish_scheduled", "release_due"]
    assert "publish_scheduled ended with ValueError" in caplog.text
    assert "Secret" not in caplog.text
