"""Which elements of WebM are needed to show and to hear; their names are bytes."""


def _names(words):
    return {bytes.fromhex(word) for word in words.split()}


TRACKS, TRACK = bytes.fromhex("1654ae6b"), b"\xae"
TRACK_TYPE, CODEC, CODEC_PRIVATE = b"\x83", b"\x86", b"\x63\xa2"
SEEK, SEEK_ID = b"\x4d\xbb", b"\x53\xab"
# MuxingApp and WritingApp, which must not be missing.
PROGRAMS = _names("4d80 5741")
# The segment, clusters and groups of blocks: looked into, piece by piece.
ENTERED = _names("18538067 1f43b675 a0")
# Blocks and their times.
PASSED = _names("e7 a7 ab a3 a1 9b fb fa 75a2 75a1")
# What each of the others may hold.
KEPT = {
    # The head of the file.
    bytes.fromhex("1a45dfa3"): _names("4286 42f7 42f2 42f3 4282 4287 4285"),
    # The table of contents.
    bytes.fromhex("114d9b74"): {SEEK},
    SEEK: _names("53ab 53ac"),
    # Facts about the whole: how time is counted, how long it is.
    bytes.fromhex("1549a966"): _names("2ad7b1 4489") | PROGRAMS,
    TRACKS: {TRACK},
    TRACK: _names(
        "d7 73c5 83 b9 88 55aa 9c 6de7 6df8 23e383 234e7a 23314f 55ee 22b59c 22b59d 86 63a2"
        " 56aa 56bb e0 e1"
    ),
    # Picture and sound.
    b"\xe0": _names(
        "b0 ba 54aa 54bb 54cc 54dd 54b0 54ba 54b2 54b3 9a 9d 53b8 53c0 55b0 7670 2383e3"
    ),
    b"\xe1": _names("b5 78b5 9f 6264 52f1"),
    # Where to find a moment.
    bytes.fromhex("1c53bb6b"): {b"\xbb"},
    b"\xbb": _names("b3 b7"),
    b"\xb7": _names("f7 f1 f0 b2 5378"),
}
