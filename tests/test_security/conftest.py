"""A running site with one page of each kind, and time that stands still."""

import http.client
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message

import pytest

CONTENT = """
from datetime import date
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from io import BytesIO
from PIL import Image as Picture
from home.models import HomePage
from letters.models import LetterIndexPage, OpenLetterPage
from multimedia.models import Image
from publications.models import Document

home = HomePage.objects.get(slug="home", locale__language_code="en")
index = home.add_child(instance=LetterIndexPage(title="Letters", slug="letters"))
index.save_revision().publish()
document = Document.objects.create(
    title="Report", file=ContentFile(b"%PDF-1.4 no more than this", name="report.pdf")
)
letter = index.add_child(
    instance=OpenLetterPage(
        title="A letter",
        slug="a-letter",
        date=date(2026, 3, 1),
        attachments=[{"type": "document", "value": {"document": document.pk}}],
    )
)
letter.save_revision().publish()
bytes = BytesIO()
Picture.new("RGB", (40, 30), "navy").save(bytes, "PNG")
image = Image.objects.create(
    title="Blue", description="A blue area", file=ImageFile(bytes, name="blue.png")
)
get_user_model().objects.create_superuser("editor", "editor@example.org", "right password")
print(document.url, image.get_rendition("width-20").url, image.file.url, sep="\\n")
"""


@dataclass
class Answer:
    """What the server said: status, headers (lower-case names), all cookies, body."""

    status: int
    headers: dict
    body: bytes
    cookies: list = field(default_factory=list)


class Visitor:
    """Asks a server one question at a time and follows nothing."""

    def __init__(self, server, **headers):
        self.server = server
        self.headers = headers

    def ask(self, path, method="GET", body=None, **headers):
        """The `Answer` to a request; underscores in header names become hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        names = {name.replace("_", "-"): value for name, value in (self.headers | headers).items()}
        try:
            connection.request(method, path, body=body, headers=names)
            response = connection.getresponse()
            found: Message = response.headers
            return Answer(
                response.status,
                {name.lower(): value for name, value in found.items()},
                response.read(),
                found.get_all("Set-Cookie") or [],
            )
        finally:
            connection.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """gunicorn as a developer runs it: http, no proxy. `server.paths` names the content."""
    from tests.server import SiteServer

    server = SiteServer(tmp_path_factory.mktemp("server"))
    try:
        server.prepare()
        document, rendition, original = server.manage(
            "shell", "--verbosity=0", "--command", CONTENT
        ).splitlines()[-3:]
        server.paths = {"document": document, "rendition": rendition, "original": original}
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def https_server(server, tmp_path_factory):
    """The same site as in production: https at one trusted proxy in front."""
    from tests.server import SiteServer

    class ServerBehindProxy(SiteServer):
        def _answers(self):
            # Asked by http it leads to https, where on this port nobody speaks it.
            try:
                return Visitor(self, X_Forwarded_Proto="https").ask("/robots.txt").status == 200
            except OSError:
                return False

    other = ServerBehindProxy(
        tmp_path_factory.mktemp("https"),
        VAR_DIR=server.environment["VAR_DIR"],
        DATABASE_URL=server.environment["DATABASE_URL"],
        HTTPS="true",
        TRUSTED_PROXIES="1",
        ALLOWED_HOSTS="www.example.org,127.0.0.1",
        BASE_URL="https://www.example.org",
    )
    try:
        other.start()
        yield other
    finally:
        other.stop()


@pytest.fixture
def visitor(server):
    """Someone who reads the site."""
    return Visitor(server)


@pytest.fixture
def behind_proxy(https_server):
    """Someone whose requests arrive through the proxy, by https."""
    return Visitor(https_server, Host="www.example.org", X_Forwarded_Proto="https")


@pytest.fixture
def now(monkeypatch):
    """Stop the clock that throttling reads; `now(minutes)` moves it to 9:00 plus that."""

    def move(minutes):
        moment = datetime(2026, 3, 1, 9, tzinfo=UTC).timestamp() + minutes * 60
        monkeypatch.setattr(
            "security.throttling.timezone.now", lambda: datetime.fromtimestamp(moment, tz=UTC)
        )

    move(5)
    return move
