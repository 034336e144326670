"""Sound and film as they may be stored."""

from pathlib import PurePath

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .kinds import HEAD, media_kind
from .refusals import RefusedFileError
from .scanning import scan

SOUND = {"m4a", "mp3", "ogg", "wav", "flac"}
FILM = {"mp4", "webm"}
# Other names of the same thing.
ALIKE = {"m4v": "mp4", "oga": "ogg", "opus": "ogg", "ogv": "ogg"}
LARGEST = 500 * 1024 * 1024


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
    if kind not in allowed:
        raise RefusedFileError(
            _(
                "The content of this file is nothing that browsers play. Save it as one of "
                "these: %(kinds)s. Another name alone does not change what it is."
            )
            % {"kinds": ", ".join(sorted(allowed)).upper()}
        )
    extension = PurePath(name or file.name).suffix.lower().removeprefix(".")
    if ALIKE.get(extension, extension) != kind:
        raise RefusedFileError(
            _("The content of this file is .%(kind)s. Give it a name that ends so.")
            % {"kind": kind}
        )
    scan(file)
    file.seek(0)
