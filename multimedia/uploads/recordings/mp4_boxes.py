"""Descriptions in MP4 files without names, places, times and devices."""

from multimedia.uploads.refusals import BrokenFileError

from .boxes import KEPT, boxes, forget, inner

# Tracks that browsers show and play, by their handler: which codecs they may be in, and how
# long the description of a codec is before its boxes.
CODECS = {
    b"vide": {
        *(b"avc1", b"avc2", b"avc3", b"avc4", b"hvc1", b"hev1", b"dvh1", b"dvhe"),
        *(b"vp08", b"vp09", b"av01", b"mp4v"),
    },
    b"soun": {b"mp4a", b"Opus", b"alac", b"ac-3", b"ec-3", b".mp3"},
}
PICTURE_LENGTH = 78
SOUND_LENGTHS = {0: 28, 1: 44, 2: 64}
CODEC_BOXES = {
    *(b"avcC", b"hvcC", b"lhvC", b"vpcC", b"av1C", b"esds", b"dvcC", b"dvvC", b"dOps", b"alac"),
    *(b"dac3", b"dec3", b"colr", b"pasp", b"clap", b"fiel", b"btrt", b"mdcv", b"clli", b"SmDm"),
    *(b"CoLL", b"chan", b"wave", b"frma", b"enda", b"mp4a"),
}
COLOURS = {b"nclx", b"nclc"}  # others are profiles, which name devices
PREDEFINED = {b"mhlr", b"dhlr"}
REFERENCES = {b"url ", b"urn ", b"alis"}
TIMED = {b"mvhd", b"tkhd", b"mdhd"}


def clean_description(data, start, kind):
    """Overwrite what is not needed in a box of `kind`, `data` (bytearray) from `start`.

    Returns whether any track was taken out. Raises `BrokenFileError`.
    """
    end, taken_out = len(data), False
    if kind == b"moov":
        for name, at, body, stop in boxes(data, start, end):
            if name == b"trak" and not _is_played(data, body, stop):
                forget(data, at, body, stop)
                taken_out = True
    _sweep(data, start, end, kind)
    return taken_out


def _is_played(data, start, end):
    handlers = {bytes(data[body + 8 : body + 12]) for body, _stop in _find(data, start, end)}
    handler = handlers.pop() if len(handlers) == 1 else b""
    codecs = {
        name
        for body, stop in inner(data, start, end, b"mdia", b"minf", b"stbl", b"stsd")
        for name, *_places in boxes(data, body + 8, stop)
    }
    return bool(codecs) and codecs <= CODECS.get(handler, set())


def _find(data, start, end):
    return inner(data, start, end, b"mdia", b"hdlr")


def _sweep(data, start, end, parent):
    for kind, at, body, stop in boxes(data, start, end):
        if kind not in KEPT[parent]:
            forget(data, at, body, stop)
        elif kind in KEPT:
            _sweep(data, body, stop, kind)
        elif kind in TIMED:
            length = 16 if data[body : body + 1] == b"\1" else 8
            _blank(data, body + 4, body + 4 + length, stop)
        elif kind == b"hdlr":
            _clean_handler(data, body, stop)
        elif kind == b"dref":
            _clean_references(data, body, stop)
        elif kind == b"stsd":
            _clean_codecs(data, body, stop)


def _blank(data, start, end, stop):
    """Put zeros from `start` to `end`, in a box that ends at `stop`."""
    if end > stop:
        raise BrokenFileError("a part that is cut off")
    data[start:end] = bytes(end - start)


def _clean_handler(data, body, stop):
    """What a track is stays; the name that a device gave it goes."""
    if bytes(data[body + 4 : body + 8]) not in PREDEFINED:
        _blank(data, body + 4, body + 8, stop)
    _blank(data, body + 12, stop, stop)


def _clean_references(data, body, stop):
    """Where the data is: in this file, and in no folder of some computer."""
    for kind, _at, inside, end in boxes(data, body + 8, stop):
        if kind not in REFERENCES:
            raise BrokenFileError("data that is somewhere else")
        _blank(data, inside, end, stop)
        data[inside + 3 : inside + 4] = b"\1"


def _clean_codecs(data, body, stop):
    for kind, _at, inside, end in boxes(data, body + 8, stop):
        _blank(data, inside + 12, inside + 16, end)  # who made the program
        if kind in CODECS[b"vide"]:
            _blank(data, inside + 42, inside + 74, end)  # what it is called
            length = PICTURE_LENGTH
        else:
            version = int.from_bytes(data[inside + 8 : inside + 10], "big")
            length = SOUND_LENGTHS.get(version, 0)
        if not length or inside + length > end:
            raise BrokenFileError("a codec that is cut off")
        _clean_codec(data, inside + length, end)


def _clean_codec(data, start, end):
    for kind, at, body, stop in boxes(data, start, end):
        profile = kind == b"colr" and bytes(data[body : body + 4]) not in COLOURS
        if kind not in CODEC_BOXES or profile:
            forget(data, at, body, stop)
        elif kind == b"wave":
            _clean_codec(data, body, stop)
