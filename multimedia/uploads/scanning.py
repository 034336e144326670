"""The virus scanner, where the operator runs one: clamd, spoken to directly."""

import socket
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from .refusals import RefusedFileError

PIECE = 64 * 1024
SECONDS = 60


def scan(file):
    """Let clamd look at an open file, if `CLAMD_ADDRESS` is set; leave it at its beginning.

    Raises `RefusedFileError` for what the scanner finds, and where it does not answer: an
    unchecked file is not taken in by chance.
    """
    if not settings.CLAMD_ADDRESS:
        return
    file.seek(0)
    try:
        answer = _ask(settings.CLAMD_ADDRESS, file)
    except OSError:
        answer = ""
    file.seek(0)
    if answer.endswith(" FOUND"):
        raise RefusedFileError(
            _(
                "The virus scanner found something harmful in this file. Do not open it; tell "
                "whoever looks after your computers."
            )
        )
    if not answer.endswith(" OK"):
        raise RefusedFileError(
            _(
                "The virus scanner does not answer, so no file can be taken in. Try again in a "
                "few minutes; if it stays so, tell the operator of the site."
            )
        )


def _ask(address, file):
    """Send the file in pieces, each with its length; return the answer."""
    with _connect(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            connection.sendall(struct.pack("!I", len(piece)) + piece)
        connection.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith(b"\0") and (piece := connection.recv(1024)):
            answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _connect(address):
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(SECONDS)
        try:
            connection.connect(address)
        except OSError:
            connection.close()
            raise
        return connection
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), SECONDS)
