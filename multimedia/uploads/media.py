"""Sound and film as they may be stored."""

from pathlib import PurePath

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .kinds import HEAD, media_kind
from .recordings.mp3 import strip_mp3
from .recordings.mp4 import strip_mp4
from .recordings.ogg import strip_ogg
from .recordings.overwriting import Overwriting
from .recordings.wav import strip_wav
from .recordings.webm import strip_webm
from .refusals import BrokenFileError, RefusedFileError
from .scanning import scan

SOUND = {"m4a", "mp3", "ogg", "wav"}
FILM = {"mp4", "webm"}
# Another name of the same thing.
ALIKE = {"opus": "ogg"}
LARGEST = 300 * 1024 * 1024
STRIPPERS = {
    "m4a": strip_mp4,
    "mp3": strip_mp3,
    "mp4": strip_mp4,
    "ogg": strip_ogg,
    "wav": strip_wav,
    "webm": strip_webm,
}
# What readers of formats raise when a file breaks their rules.
DAMAGED = (BrokenFileError, ArithmeticError, LookupError, ValueError)


def check_media(file, allowed=SOUND | FILM, name=None):
    """Raise `RefusedFileError` unless the open `file` is sound or film of a kind in `allowed`.

    Leaves the file at its beginning. Returns its kind.
    """
    if file.size > LARGEST:
        raise RefusedFileError(
            _("This file has %(size)s; %(limit)s are possible. Save it with a lower quality.")
            % {"size": filesizeformat(file.size), "limit": filesizeformat(LARGEST)}
        )
    file.seek(0)
    kind = media_kind(file.read(HEAD))
    extension = PurePath(name or file.name).suffix.lower().removeprefix(".")
    extension = ALIKE.get(extension, extension)
    if (kind, extension) == ("mp4", "m4a"):
        kind = "m4a"  # many telephones mark their sound as they mark films
    if kind not in allowed:
        raise RefusedFileError(_not_among(allowed, kind))
    if extension != kind:
        raise RefusedFileError(
            _("The content of this file is .%(kind)s. Give it a name that ends so.")
            % {"kind": kind}
        )
    scan(file)
    file.seek(0)
    return kind


def prepare_media(file, allowed=SOUND | FILM, name=None):
    """Check the open `file`, which may be written, and take out of it what `strip_media` does.

    Raises `RefusedFileError`. Leaves the file at its beginning.
    """
    strip_media(file, check_media(file, allowed, name))
    file.seek(0)


def strip_media(file, kind):
    """Take out of an open `file` of a kind where, when, by whom and with what it was recorded;
    its length stays.

    Returns whether there was anything. Raises `RefusedFileError` where that cannot be told.
    """
    recording = Overwriting(file)
    try:
        STRIPPERS[kind](recording)
    except DAMAGED:
        raise RefusedFileError(
            _(
                "This recording is damaged, or made in a way from which the place, the people and "
                "the device cannot be taken out for certain. Open it in a program for film or "
                "sound, export it again without metadata, and upload that."
            )
        ) from None
    file.flush()  # it may be moved by its path
    return recording.changed


def _not_among(allowed, kind):
    """Why a file of this `kind` is not taken."""
    if kind in SOUND:
        return _("This is sound, not film. Add it as audio.")
    if kind in FILM:
        return _("This is film, not sound. Add it as video.")
    return _(
        "The content of this file is nothing that browsers play. Save it as one of "
        "these: %(kinds)s. Another name alone does not change what it is."
    ) % {"kinds": ", ".join(sorted(allowed)).upper()}
