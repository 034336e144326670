"""What a file is, by its first bytes: a name can say anything."""

import re

# Enough for every mark below.
HEAD = 1024

PICTURES = {
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "tiff": (b"II*\x00", b"MM\x00*"),
}
AVIF_BRANDS = {b"avif", b"avis"}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"\xca\xfe\xba\xbe", b"#!")
WEB_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|iframe|svg)\b", re.IGNORECASE)


def picture_kind(head):
    """Return the kind of picture that begins with `head`, or None."""
    for kind, marks in PICTURES.items():
        if head.startswith(marks):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        length = min(int.from_bytes(head[:4], "big"), 256)
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, length, 4))}
        if brands & AVIF_BRANDS:
            return "avif"
        if brands & HEIC_BRANDS:
            return "heic"
    return None


def media_kind(head):
    """Return the extension of the sound or film that begins with `head`, or None."""
    if head[4:8] == b"ftyp" and not picture_kind(head):
        return "m4a" if head[8:11] == b"M4A" else "mp4"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "webm" if b"webm" in head[:64] else None
    if head.startswith(b"OggS"):
        return "ogg"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"fLaC"):
        return "flac"
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] in b"\xfb\xfa\xf3\xf2"):
        return "mp3"
    return None


def is_program(head):
    """Whether the file would run on some machine."""
    return head.startswith(PROGRAMS)


def is_web_page(head):
    """Whether a browser could take the file for a page or an SVG drawing with scripts."""
    return bool(WEB_PAGE.search(head))
