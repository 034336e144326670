"""The virus scanner, played by a few lines that speak its language."""

import socket
import struct
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from multimedia.uploads.documents import check_document
from multimedia.uploads.media import check_media
from multimedia.uploads.pictures import prepare_picture
from multimedia.uploads.refusals import RefusedFileError
from tests.test_multimedia.canaries import jpeg

PDF = b"%PDF-1.4\n" + b"x" * 200_000 + b"\n%%EOF\n"


class FakeScanner:
    """Answers one connection after the other and keeps what it was sent."""

    def __init__(self, answer):
        self.answer = answer
        self.seen = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                connection, _peer = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\0"
                data = b""
                while length := struct.unpack("!I", stream.read(4))[0]:
                    data += stream.read(length)
                self.seen.append(data)
                connection.sendall(self.answer)


@pytest.fixture
def scanner(settings):
    """A function that starts a scanner with one answer to everything."""
    started = []

    def start(answer):
        started.append(FakeScanner(answer))
        settings.CLAMD_ADDRESS = started[0].address
        return started[0]

    yield start
    for fake in started:
        fake.socket.close()


CHECKS = {
    "picture": (prepare_picture, "a.jpg", jpeg()),
    "document": (check_document, "a.pdf", PDF),
    "sound": (check_media, "a.mp3", b"ID3" + b"x" * 100),
}


@pytest.fixture(params=list(CHECKS))
def upload(request):
    check, name, data = CHECKS[request.param]
    return check, SimpleUploadedFile(name, data)


def test_every_file_is_shown_to_the_scanner_whole(scanner, upload):
    fake = scanner(b"stream: OK\0")
    check, file = upload
    check(file)
    file.seek(0)
    assert fake.seen == [file.read()]


def test_what_the_scanner_finds_is_refused(scanner, upload):
    scanner(b"stream: Eicar-Signature FOUND\0")
    check, file = upload
    with pytest.raises(RefusedFileError, match="something harmful"):
        check(file)


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"\xff\0"])
def test_nothing_is_taken_in_unscanned(scanner, upload, answer):
    scanner(answer)
    check, file = upload
    with pytest.raises(RefusedFileError, match="does not answer"):
        check(file)


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd.sock", "[::1]:1"])
def test_a_scanner_that_is_down_stops_uploads(settings, upload, address):
    settings.CLAMD_ADDRESS = address
    check, file = upload
    with pytest.raises(RefusedFileError, match="does not answer"):
        check(file)
