"""Sound and film as they may be stored."""

from pathlib import PurePath

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .kinds import HEAD, media_kind
from .refusals import RefusedFileError
from .scanning import scan

SOUND = {"m4a", "mp3", "ogg", "wav"}
FILM = {"mp4", "webm"}
# Another name of the same thing.
ALIKE = {"opus": "ogg"}
LARGEST = 300 * 1024 * 1024


def check_media(file, allowed=SOUND | FILM, name=None):
    """Raise `RefusedFileError` unless the open `file` is sound or film of a kind in `allowed`.

    Leaves the file at its beginning.
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
