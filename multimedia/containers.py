"""Which type recordings are served with."""

TYPES = {
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "webm": "video/webm",
}


def extension_of(name):
    """The ending of a file name in small letters, without the dot."""
    return name.rpartition(".")[2].lower()


def content_type(name):
    """The type to serve a recording with, from its name; of an unknown one, mere bytes."""
    return TYPES.get(extension_of(name), "application/octet-stream")
