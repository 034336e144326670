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


def content_type(name):
    """The type to serve a recording with, from its name; of an unknown one, mere bytes."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
