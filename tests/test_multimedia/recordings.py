"""Recordings that tell a secret in every place where their format can hold one.

What is seen and heard consists of `PLAYED`, which no cleaning may change.
"""

import io
import struct
import wave

from tests.test_multimedia.canaries import CANARY, MARK, XMP

PLACE = b"+12.3456+098.7654/"
MOMENT = b"\xe1\xb2\x47\x11"  # seconds since 1904
SECRETS = (MARK, CANARY.encode("utf-16-le"), PLACE, MOMENT, b"Phone 7")
PLAYED = bytes(range(1, 241)) * 3


def secrets_in(data):
    return [secret for secret in SECRETS if secret in data]


# MP4 and M4A


def box(kind, *contents):
    content = b"".join(contents)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def words(kind=b"\xa9xyz"):
    return box(b"udta", box(kind, PLACE, MARK), box(b"meta", bytes(4), MARK, b"Phone 7"))


def table(kind, *numbers, count=None):
    count = len(numbers) if count is None else count
    return box(kind, struct.pack(f">II{len(numbers)}I", 0, count, *numbers))


def codec(handler):
    ours = bytes(6) + b"\0\1" + bytes(4) + b"Seek"
    if handler == b"vide":
        rest = bytes(8) + struct.pack(">HHIIIH", 64, 48, 72 << 16, 72 << 16, 0, 1)
        rest += b"\x07Phone 7".ljust(32, b"\0") + b"\0\x18\xff\xff"
        profile = box(b"colr", b"prof", MARK)
        return box(b"avc1", ours, rest, box(b"avcC", b"\1\x42\0\x1e"), profile, words())
    if handler == b"soun":
        rest = struct.pack(">HHIHH", 1, 16, 0, 8000, 0)
        return box(b"mp4a", ours, rest, box(b"esds", bytes(8)), box(b"uuid", MARK))
    return box(b"mett", bytes(8), MARK)


def track(handler, offset, length):
    header = box(b"tkhd", bytes(4), MOMENT, MOMENT, bytes(72))
    media_header = box(b"mdhd", bytes(4), MOMENT, MOMENT, bytes(12))
    name = box(b"hdlr", bytes(8), handler, bytes(12), b"Phone 7 ", MARK, b"\0")
    data = box(b"dref", struct.pack(">II", 0, 1), box(b"alis", b"\0\0\0\1", MARK))
    tables = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), codec(handler)),
        table(b"stts", 1, length, count=1),
        table(b"stsc", 1, 2, 1, count=1),
        box(b"stsz", struct.pack(">III2I", 0, 0, 2, length // 2, length - length // 2)),
        table(b"stco", offset),
        words(),
    )
    media = box(
        b"mdia", media_header, name, box(b"minf", box(b"dinf", data), box(b"udta", MARK), tables)
    )
    return box(b"trak", header, media, words(), box(b"meta", bytes(4), PLACE))


def mp4(handlers=(b"vide", b"soun", b"meta"), brand=b"isom", whole=True):
    """What is played lies between a still picture that nobody sees and the places of the way."""
    head = box(b"ftyp", brand, bytes(4), brand)
    before, route = MARK * 3, PLACE * 4
    offset = len(head) + 8 + len(before)
    played = [handler for handler in handlers if handler != b"meta"]
    each = len(PLAYED) // max(len(played), 1)
    places = {handler: (offset + at * each, each) for at, handler in enumerate(played)}
    places[b"meta"] = (offset + len(PLAYED), len(route))
    tracks = [track(handler, *places[handler]) for handler in handlers]
    times = box(b"mvhd", bytes(4), MOMENT, MOMENT, bytes(88))
    description = box(
        b"moov", times, *tracks, words(b"loci"), box(b"meta", MARK), box(b"free", MARK)
    )
    data = box(b"mdat", before, PLAYED, route)
    more = [box(b"uuid", bytes(16), XMP), box(b"free", MARK), box(b"wide")]
    parts = [head, data, description, *more, struct.pack(">I4s", 0, b"XMP_") + MARK]
    return b"".join(parts if whole else [head, data])


def m4a():
    return mp4((b"soun",), b"M4A ")


# MP3

FRAME = b"\xff\xfb\x90\x00" + PLAYED[:413]  # 128 kilobits, 44,100 samples: 417 bytes


def id3(*frames, flags=0):
    body = b"".join(kind + struct.pack(">IH", len(text), 0) + text for kind, text in frames)
    length = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\4\0" + bytes([flags]) + length + body


def ape():
    item = struct.pack("<II", len(MARK), 0) + b"Artist\0" + MARK
    ends = [
        b"APETAGEX" + struct.pack("<IIII", 2000, len(item) + 32, 1, flags) + bytes(8)
        for flags in (0xA0000000, 0x80000000)
    ]
    return ends[0] + item + ends[1]


def mp3(tagged=True):
    text = "\ufeff".encode("utf-16-le") + CANARY.encode("utf-16-le")
    tags = id3((b"TPE1", b"\1" + text), (b"TXXX", b"\0place\0" + PLACE), (b"APIC", MARK * 200))
    last = b"LYRICSBEGIN" + MARK + b"000020LYRICS200" + ape() + b"TAG" + MARK.ljust(125, b"\0")
    middle = id3((b"TALB", b"\0" + MARK))
    if not tagged:
        return FRAME * 9
    return tags + id3((b"TSSE", b"\0Phone 7")) + FRAME * 6 + middle + FRAME * 5 + FRAME[:90] + last


# WAV


def chunk(kind, content):
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def wav():
    data = io.BytesIO()
    with wave.open(data, "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(PLAYED)
    chunks = data.getvalue()[12:]
    first = chunk(b"bext", MARK + PLACE) + chunk(b"id3 ", id3((b"TPE1", b"\0" + MARK)))
    info = chunk(b"LIST", b"INFO" + chunk(b"IART", MARK) + chunk(b"ISFT", b"Phone 7"))
    rest = [info, chunk(b"iXML", MARK), chunk(b"_PMX", XMP), chunk(b"JUNK", MARK), b"odd"]
    body = b"WAVE" + first + chunks + b"".join(rest)
    return b"RIFF" + struct.pack("<I", len(body)) + body + b"odd"


# Ogg


def checksum(page):
    value = 0
    for byte in page:
        value ^= byte << 24
        for _bit in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 1 << 31 else 0)) & 0xFFFFFFFF
    return value


def pages(*groups, serial=7):
    """Groups of packets as pages, long packets over several."""
    data, number = b"", 0
    for group in groups:
        lacing = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in group)
        body = b"".join(group)
        while lacing:
            part, lacing = lacing[:255], lacing[255:]
            head = struct.pack(
                "<4sBBqIIIB", b"OggS", 0, 2 * (not number), 0, serial, number, 0, len(part)
            )
            page = head + part + body[: sum(part)]
            body = body[sum(part) :]
            data += page[:22] + struct.pack("<I", checksum(page)) + page[26:]
            number += 1
    return data


def comments(mark=b"", end=b"", picture=100_000):
    texts = [b"ARTIST=" + MARK, b"LOCATION=" + PLACE, b"METADATA_BLOCK_PICTURE=" + b"A" * picture]
    listed = b"".join(struct.pack("<I", len(text)) + text for text in texts)
    return mark + struct.pack("<I", 7) + b"Phone 7" + struct.pack("<I", len(texts)) + listed + end


VORBIS = b"\1vorbis" + bytes(22) + b"\1"
SETUP = b"\5vorbis" + bytes(30)


def ogg():
    told = comments(b"\3vorbis", b"\1")
    return pages([VORBIS], [told, SETUP], [PLAYED[:300], PLAYED[300:]])


def opus():
    return pages([b"OpusHead" + bytes(11)], [comments(b"OpusTags")], [PLAYED[:300], PLAYED[300:]])


def ogg_flac():
    def block(kind, content):
        return bytes([kind]) + len(content).to_bytes(3, "big") + content

    first = b"\x7fFLAC\1\0\0\2fLaC" + block(0, bytes(34))
    told = [block(4, comments(picture=9)), block(2, MARK), block(6, MARK * 99), block(0x81, MARK)]
    return pages([first], told, [b"\xff\xf8" + PLAYED])


# WebM


def element(name, *contents, size=None):
    content = b"".join(contents)
    if size is None:
        size = (1 << 28 | len(content)).to_bytes(4, "big")
    return bytes.fromhex(name) + size + content


def webm(live=False, vorbis=False, kind=b"\1"):
    """With `live`, as browsers record: nobody knew how long it would get."""
    unknown = b"\1" + b"\xff" * 7 if live else None
    head = element("1a45dfa3", element("4282", b"webm"), element("ec", MARK))
    private = comments(b"\3vorbis", b"\1", picture=9)
    lengths = (
        bytes([2, len(VORBIS)]) + b"\xff" * (len(private) // 255) + bytes([len(private) % 255])
    )
    codecs = [element("86", b"V_VP8"), element("63a2", b"")]
    if vorbis:
        codecs = [element("86", b"A_VORBIS"), element("63a2", lengths, VORBIS, private, SETUP)]
    entry = [element("d7", b"\1"), element("83", kind), *codecs, element("536e", MARK)]
    picture = element("e0", element("b0", b"\x40"), element("ba", b"\x30"), element("bf", MARK))
    info = element(
        *("1549a966", element("2ad7b1", b"\x0f\x42\x40"), element("4461", bytes(4), MOMENT)),
        *(element("7ba9", MARK), element("4d80", b"Phone 7"), element("5741", MARK)),
    )
    seek = [element("4dbb", element("53ab", bytes.fromhex(to))) for to in ("1549a966", "1254c367")]
    blocks = [element("e7", b"\0"), element("a3", b"\x81\0\0\x80", PLAYED)]
    group = element("a0", element("a1", b"\x81\0\1\0", PLAYED), element("4444", MARK))
    rest = [element("1254c367", MARK, PLACE), element("1941a469", XMP), element("1043a770", MARK)]
    parts = [
        element("114d9b74", *seek),
        info,
        element("1654ae6b", element("ae", *entry, picture)),
        element("1f43b675", *blocks, element("ec", MARK), group, size=unknown),
        element("1c53bb6b", element("bb", element("b3", b"\0")), element("4444", MARK)),
        element("bf", MARK[:4]),
        *rest,
    ]
    return head + element("18538067", *parts, size=unknown)


def live_webm():
    return webm(live=True)


def vorbis_webm():
    return webm(vorbis=True, kind=b"\2")


FILMS = {"mp4": mp4, "webm": webm, "live.webm": live_webm, "vorbis.webm": vorbis_webm}
SOUNDS = {"m4a": m4a, "mp3": mp3, "wav": wav, "ogg": ogg, "opus": opus, "flac.ogg": ogg_flac}
RECORDINGS = FILMS | SOUNDS
