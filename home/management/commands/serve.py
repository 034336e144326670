"""Prepare the site and serve it on this machine: what `make run` runs."""

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from gunicorn.app import wsgiapp

from home.management.commands import create_staff

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
START_TIMEOUT = 60
EVERY = 60  # seconds between two looks at what is to be published by now


class Command(BaseCommand):
    help = "Update database and static files, then serve the site on this machine."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--demo", action="store_true", help="with the demo content")

    def handle(self, *, port, demo, **options):
        refuse_used_port(port)
        call_command("prepare", demo=demo, stdout=self.stdout)
        password = create_staff.create_first(create_staff.USERNAME)
        connections.close_all()
        self.say("Starting the site")
        server = Server(port)
        worker = Worker(server)
        try:
            if server.wait_until_ready():
                self.announce(port, password)
            status = server.wait()
        finally:
            worker.stop()
            server.stop()
        if status:
            raise CommandError(f"The server ended with status {status}.", returncode=status)
        self.say("Stopped.")

    def announce(self, port, password):
        address = f"http://{HOST}:{port}"
        log_in = password or "unchanged (a new one: make password)"
        self.say(
            f"\n  Site      {address}/en/\n"
            f"  Admin     {address}/admin/\n"
            f"  User      {create_staff.USERNAME}\n"
            f"  Password  {log_in}\n\n"
            "CTRL-C stops it."
        )

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()


def refuse_used_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be used: {error}. Choose another: PORT=8123 make run"
            ) from error


class Worker:
    """What works in the background, such as making PDFs and publishing what was scheduled; in
    the group of the server."""

    def __init__(self, server):
        self.group = server.process.pid
        self.process = multiprocessing.get_context("fork").Process(target=self.run)
        self.process.start()

    def run(self):
        with contextlib.suppress(OSError):  # the server has ended already
            os.setpgid(0, self.group)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        threading.Thread(target=keep_publishing, daemon=True).start()
        options = ["--backend=background", "--no-startup-delay", "--no-reload"]
        call_command("db_worker", *options, verbosity=0)

    def stop(self):
        if self.process.is_alive():
            self.process.terminate()
        self.process.join()


def keep_publishing():
    """Do for ever what a timer does on a server (see docs/operators.md)."""
    while True:
        publish_due()
        connections.close_all()
        time.sleep(EVERY)


def publish_due():
    """Publish the pages, translations and sets whose time has come.

    Whatever goes wrong is logged by its kind alone, and need not go wrong the next time.
    """
    for command in ("publish_scheduled", "release_due"):
        try:
            call_command(command, verbosity=0)
        except Exception as error:
            logger.error("%s ended with %s", command, type(error).__name__)


class Server:
    """gunicorn in a process group of its own.

    The terminal's CTRL-C goes to that group alone: it stops the server, and `make`,
    which would report an interrupted recipe as a failure, sees it end well.
    Signals that reach this process instead are passed on.
    """

    def __init__(self, port):
        self.port = port
        for number in (signal.SIGTSTP, signal.SIGTTOU):
            signal.signal(number, signal.SIG_IGN)
        # Forked, so that Django, which takes seconds to import, is there already.
        self.process = multiprocessing.get_context("fork").Process(target=self.run)
        self.process.start()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.pass_on)
        self.terminal = foreground_terminal()
        if self.terminal is not None:
            os.setpgid(self.process.pid, self.process.pid)
        self.give_terminal(self.process.pid)

    def run(self):
        os.setpgid(0, 0)
        sys.argv = [
            *("gunicorn", "--pythonpath", str(settings.SITE_DIR)),
            *("--bind", f"{HOST}:{self.port}", "--workers", "1", "--threads", "8"),
            *("--graceful-timeout", "5", "--log-level", "warning", "--no-control-socket"),
            "config.wsgi",
        ]
        wsgiapp.run()

    def pass_on(self, number, frame):
        """CTRL-C stops it at once; SIGTERM and a closed terminal let answers finish."""
        if self.process.is_alive():
            wanted = signal.SIGINT if number == signal.SIGINT else signal.SIGTERM
            os.kill(self.process.pid, wanted)

    def wait_until_ready(self):
        """Return whether the home page was answered, rather than the server stopped."""
        browser = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        deadline = time.monotonic() + START_TIMEOUT
        while self.process.is_alive():
            try:
                with browser.open(f"http://{HOST}:{self.port}/en/", timeout=30):
                    return True
            except urllib.error.HTTPError as error:
                raise CommandError(f"The home page answers with an error: {error}") from error
            except OSError:
                if time.monotonic() > deadline:
                    raise CommandError(f"No answer within {START_TIMEOUT} seconds.") from None
                time.sleep(0.1)
        return False

    def wait(self):
        while self.process.exitcode is None:
            self.process.join(timeout=1)
            if self.terminal is not None and self.hung_up():
                self.process.terminate()
        return self.process.exitcode

    def stop(self):
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()
        self.give_terminal(os.getpgrp())

    def give_terminal(self, group):
        if self.terminal is not None:
            with contextlib.suppress(OSError):  # it was closed
                os.tcsetpgrp(self.terminal, group)

    def hung_up(self):
        """Return whether the terminal was closed, of which only its first process is told."""
        try:
            os.tcgetpgrp(self.terminal)
        except OSError:
            return True
        return False


def foreground_terminal():
    """Return the terminal this process may hand on, if there is one."""
    try:
        return 0 if os.tcgetpgrp(0) == os.getpgrp() else None
    except OSError:
        return None
