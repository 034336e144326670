"""The site as a process of its own, for tests that need what visitors really get."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[1]
START_TIMEOUT = 60


class SiteServer:
    """gunicorn with the site, on a free port of this machine, with data of its own.

    `folder` takes everything that it writes. Where DATABASE_URL names a PostgreSQL
    server, the site gets a database of its own there, else an SQLite file in `folder`.
    `environment` overrides single variables.
    """

    def __init__(self, folder, **environment):
        self.folder = Path(folder)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.database = f"forum_asia_server_{os.getpid()}_{self.port}"
        self.process = None
        self.environment = os.environ | {
            "ENV_FILE": str(self.folder / "none"),
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self._database_url(),
            "BASE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
            **environment,
        }

    def _database_url(self):
        url = os.environ.get("DATABASE_URL", "")
        return urlunsplit(urlsplit(url)._replace(path=f"/{self.database}")) if url else ""

    def manage(self, *arguments):
        """Run a management command; returns what it printed, raises with it if it failed."""
        result = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            env=self.environment,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if result.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{result.stdout}")
        return result.stdout

    def prepare(self, *, static=True):
        """Create the database and collect the static files, which only browsers need."""
        if self.environment["DATABASE_URL"]:
            self._on_server(f'CREATE DATABASE "{self.database}"')
        self.manage("migrate", "--verbosity=0")
        self.manage("set_up_roles", "--verbosity=0")
        if static:
            self.manage("collectstatic", "--noinput", "--verbosity=0")

    def start(self):
        """Start gunicorn and wait until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "gunicorn", "config.wsgi"),
                    *("--bind", f"127.0.0.1:{self.port}", "--threads", "4"),
                    *("--log-level", "warning", "--no-control-socket"),
                ],
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_TIMEOUT
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The site did not start:\n{self.log()}")
            time.sleep(0.1)

    def _answers(self):
        try:
            urllib.request.urlopen(f"{self.url}/robots.txt", timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def log(self):
        """What the server has written to its standard output and error so far."""
        return (self.folder / "server.log").read_text(errors="replace")

    def stop(self):
        """Stop gunicorn and drop the database."""
        if self.process:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=10)
            self.process.kill()
            self.process.wait()
        if self.environment["DATABASE_URL"]:
            self._on_server(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')

    def _on_server(self, statement):
        import psycopg

        maintenance = urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres")
        with psycopg.connect(urlunsplit(maintenance), autocommit=True) as connection:
            connection.execute(statement)
