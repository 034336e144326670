"""Pictures that tell a secret in every place where their format can hold one."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

CANARY = "CANARY-4711"
MARK = CANARY.encode()
# What a place in degrees looks like in EXIF: 12° 34' 56.789", as fractions.
GPS = (12.0, 34.0, 56.789)
GPS_BYTES = [struct.pack(order + "II", 56789, 1000) for order in "<>"]

XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'exif:GPSLatitude="12,34.5N"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
    f"{CANARY} caption</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>{CANARY} "
    "creator</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
).encode()


def exif(orientation=1):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = f"{CANARY} exif"
    data[0x013B] = f"{CANARY} artist"
    data[0x8298] = f"{CANARY} rights"
    data.get_ifd(0x8825).update({1: "N", 2: GPS, 3: "E", 4: GPS})
    data.get_ifd(0x8769)[0x9286] = f"ASCII\0\0\0{CANARY}".encode()
    return data.tobytes()


def drawing(mode="RGB", size=(64, 48)):
    """A red half beside a blue one: shows whether it was turned."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def profile(marked=True):
    """An sRGB profile whose description is the secret."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    text = "sRGB built-in".encode("utf-16-be")
    at = data.find(text)
    assert at > 0
    data[at : at + len(MARK)] = MARK
    return bytes(data)


def iptc():
    fields = b""
    for number, text in ((120, "caption"), (80, "byline"), (116, "rights")):
        value = f"{CANARY} {text}".encode()
        fields += b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(fields)) + fields
    return b"Photoshop 3.0\0" + block + b"\0" * (len(fields) % 2)


def segment(mark, body):
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(body) + 2) + body


def jpeg(orientation=1, size=(64, 48)):
    file = BytesIO()
    drawing(size=size).save(
        file, "JPEG", exif=exif(orientation), icc_profile=profile(), comment=MARK, quality=90
    )
    data = file.getvalue()
    extra = [
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        segment(0xED, iptc()),
        segment(0xEB, b"JP" + MARK),  # JUMBF: where cameras sign
        segment(0xE2, b"MPF\0" + MARK),
        segment(0xE0, b"JFXX\0\x10" + MARK),
        segment(0xFE, MARK),
    ]
    return data[:2] + b"".join(extra) + data[2:] + MARK + data


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(orientation=1):
    file, texts = BytesIO(), PngImagePlugin.PngInfo()
    texts.add_text("Comment", CANARY)
    texts.add_text("Author", CANARY, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    drawing().save(file, "PNG", pnginfo=texts, exif=exif(orientation), icc_profile=profile())
    data = file.getvalue()
    end = data.rindex(b"IEND") - 4
    return data[:end] + chunk(b"caBX", MARK) + chunk(b"tEXt", b"x\0" + MARK) + data[end:] + MARK


def webp(orientation=1, **options):
    file = BytesIO()
    drawing().save(file, "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=profile(), **options)
    data = file.getvalue() + b"C2PA" + struct.pack("<I", len(MARK) + 1) + MARK + b"\0"
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:] + MARK


def avif(orientation=1):
    file = BytesIO()
    drawing().save(file, "AVIF", exif=exif(orientation), xmp=XMP, icc_profile=profile())
    return file.getvalue() + struct.pack(">I", 8 + len(MARK)) + b"free" + MARK


def heic(orientation=1):
    import pillow_heif

    picture = pillow_heif.from_pillow(drawing())
    picture.info["exif"] = exif(orientation)
    picture.info["xmp"] = XMP
    file = BytesIO()
    picture.save(file)
    return file.getvalue() + struct.pack(">I", 8 + len(MARK)) + b"free" + MARK


def tiff(orientation=1):
    file = BytesIO()
    drawing().save(
        file,
        "TIFF",
        exif=exif(orientation),
        icc_profile=profile(),
        tiffinfo={274: orientation, 270: CANARY, 315: CANARY, 700: XMP, 305: CANARY},
    )
    return file.getvalue() + MARK


def gif(orientation=1):
    file = BytesIO()
    drawing("P").save(
        file, "GIF", save_all=True, append_images=[drawing("P").rotate(180)], comment=MARK, loop=0
    )
    data = file.getvalue()
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes([len(MARK)]) + MARK + b"\0"
    return data[:-1] + xmp + b"\x21\xfe" + bytes([len(MARK)]) + MARK + b"\0;" + MARK


FORMATS = {
    "jpg": jpeg,
    "png": png,
    "webp": webp,
    "avif": avif,
    "heic": heic,
    "tiff": tiff,
    "gif": gif,
}


def secrets_in(data):
    """The secrets that bytes give away."""
    looked_for = [MARK, CANARY.encode("utf-16-be"), *GPS_BYTES, b"GPSLatitude", b"CANARY"]
    return [secret for secret in looked_for if secret in data]
