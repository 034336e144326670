"""Films and sounds made by code: drawn, computed, nobody's recording."""

from .films import crossing, glimmer
from .sounds import harbour, loom, tone

RECORDINGS = {make.__name__: make for make in (crossing, glimmer, harbour, loom, tone)}


def make(name):
    """The recording of that name as the bytes of a file: films are MP4, sounds WAV."""
    return RECORDINGS[name]()
