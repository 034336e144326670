"""What a recording really is, told from its first bytes and not from its name."""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

LARGEST = 300 * 1024 * 1024

# Extension, type for browsers, and what the file begins with (at which byte).
FORMATS = {
    "mp4": ("video/mp4", ((4, b"ftyp"),)),
    "webm": ("video/webm", ((0, b"\x1aE\xdf\xa3"),)),
    "m4a": ("audio/mp4", ((4, b"ftyp"),)),
    "mp3": ("audio/mpeg", ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"))),
    "ogg": ("audio/ogg", ((0, b"OggS"),)),
    "opus": ("audio/ogg", ((0, b"OggS"),)),
    "wav": ("audio/wav", ((0, b"RIFF"),)),
}
VIDEO = ["mp4", "webm"]
AUDIO = ["m4a", "mp3", "ogg", "opus", "wav"]


def extension_of(name):
    """The ending of a file name in small letters, without the dot."""
    return name.rpartition(".")[2].lower()


def content_type(name):
    """The type to serve a recording with, from its name; of an unknown one, mere bytes."""
    kind, _beginnings = FORMATS.get(extension_of(name), ("application/octet-stream", ()))
    return kind


def is_what_it_says(name, beginning):
    """Whether a file that begins with these bytes (12 are enough) fits its name."""
    _kind, beginnings = FORMATS.get(extension_of(name), ("", ()))
    return any(beginning[place:].startswith(mark) for place, mark in beginnings)


def check(upload, kind):
    """Raise ValidationError unless an uploaded file can be used as a `kind`: video or audio."""
    allowed = VIDEO if kind == "video" else AUDIO
    if extension_of(upload.name) not in allowed:
        message = _("Only these formats can be used: %(formats)s.")
        raise ValidationError(message % {"formats": ", ".join(allowed)})
    upload.seek(0)
    beginning = upload.read(12)
    upload.seek(0)
    if not is_what_it_says(upload.name, beginning):
        raise ValidationError(_("The file is not what its name says."))
    if upload.size > LARGEST:
        message = _("The file is larger than %(size)s.")
        raise ValidationError(message % {"size": filesizeformat(LARGEST)})
