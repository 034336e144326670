"""Pictures as they may be stored: checked, turned upright, and rid of all they tell."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, JpegImagePlugin, UnidentifiedImageError
from pillow_heif import HeifImagePlugin  # noqa: F401 - teaches Pillow to open HEIC

from .colours import for_screens, is_srgb
from .gif import strip_gif
from .jpeg import strip_jpeg
from .kinds import HEAD, is_program, is_web_page, picture_kind
from .png import strip_png
from .refusals import BrokenFileError, RefusedFileError
from .scanning import scan
from .webp import is_lossless, strip_webp
from .words import SILENCE, Words, read_words

STRIPPERS = {"jpeg": strip_jpeg, "png": strip_png, "webp": strip_webp, "gif": strip_gif}
EXTENSIONS = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif"}
PILLOW_NAMES = {"heic": "HEIF", "avif": "AVIF"}
ORIENTATION = 0x0112
UPRIGHT = {None, 0, 1}
# What fits into memory as it is unpacked and turned, and more than any screen shows. JPEG
# can be read smaller than it is, unless it is progressive; the rest need several copies.
UNPACKED_PIXELS = 25_000_000
COPIED_PIXELS = 12_500_000
QUALITY = 92


# What readers of formats raise when a file breaks their rules.
DAMAGED = (
    BrokenFileError,
    UnidentifiedImageError,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class PreparedPicture:
    """A picture that may be stored: its bytes, its kind, and what its file said about it."""

    data: bytes
    kind: str
    words: Words = SILENCE

    @property
    def extension(self):
        """The extension that fits the content, with its dot."""
        return EXTENSIONS[self.kind]


def prepare_picture(file):
    """Return the `PreparedPicture` of an open file, or raise `RefusedFileError`."""
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise RefusedFileError(
            _("This file has %(size)s. Pictures may have %(limit)s: save it smaller.")
            % {
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE),
            }
        )
    file.seek(0)
    data = file.read()
    kind = picture_kind(data[:HEAD])
    if kind is None:
        raise RefusedFileError(_no_picture(data[:HEAD]))
    scan(BytesIO(data))
    try:
        return _prepare(data, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise RefusedFileError(_too_many_pixels()) from None
    except DAMAGED:
        raise RefusedFileError(
            _(
                "This picture is damaged or incomplete. Open it in a picture program, save it "
                "again as JPEG or PNG, and upload that."
            )
        ) from None


def _prepare(data, kind):
    with _open(data, kind) as picture:
        _check_pixels(picture, kind)
        words = read_words(picture)
        profile = picture.info.get("icc_profile")
        turned = picture.getexif().get(ORIENTATION) not in UPRIGHT
        still = getattr(picture, "n_frames", 1) == 1
        too_large = picture.width * picture.height > UNPACKED_PIXELS
        foreign = kind not in STRIPPERS or picture.mode == "CMYK"
        other_colours = bool(profile) and still and not is_srgb(profile)
        if foreign or too_large or (still and turned) or other_colours:
            return _redrawn(picture, kind, data, profile if other_colours else None, words)
    stripped = STRIPPERS[kind](data)
    _check_whole(stripped, kind)
    return PreparedPicture(stripped, kind, words)


def _open(data, kind):
    if kind == "jpeg":
        # Only its first picture: others that follow it are cut off.
        return JpegImagePlugin.JpegImageFile(BytesIO(data))
    return Image.open(BytesIO(data), formats=[PILLOW_NAMES.get(kind, kind.upper())])


def _redrawn(picture, kind, data, profile, words):
    """Draw the picture anew: upright, in sRGB, in a format that browsers show."""
    if kind == "jpeg" and picture.width * picture.height > UNPACKED_PIXELS:
        picture.draft("RGB", (picture.width // 2, picture.height // 2))
    picture.load()  # TIFF turns by itself
    ImageOps.exif_transpose(picture, in_place=True)  # a copy would need its memory again
    drawn = for_screens(picture, profile)
    if drawn.mode == "RGBA" and kind != "png":
        kind, options = "webp", {"quality": QUALITY, "exact": True}
    elif kind in {"png", "webp"}:
        options = {"lossless": is_lossless(data), "quality": QUALITY} if kind == "webp" else {}
    else:
        kind, options = "jpeg", {"quality": QUALITY, "optimize": True}
    result = BytesIO()
    drawn.save(result, kind.upper(), **options)
    return PreparedPicture(STRIPPERS[kind](result.getvalue()), kind, words)


def _check_pixels(picture, kind):
    pixels = picture.width * picture.height
    limit = COPIED_PIXELS
    if kind == "jpeg" and not picture.info.get("progressive"):
        limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    elif kind in {"jpeg", "png"}:
        limit = UNPACKED_PIXELS
    frames = getattr(picture, "n_frames", 1)
    if pixels > limit or pixels * frames > 4 * UNPACKED_PIXELS:
        raise RefusedFileError(_too_many_pixels(picture.size))


def _check_whole(data, kind):
    """Unpack the picture once, small where the format can: half a picture is refused."""
    with _open(data, kind) as picture:
        if kind == "jpeg":
            picture.draft(None, (picture.width // 8, picture.height // 8))
        picture.load()


def _too_many_pixels(size=None):
    advice = _(
        "Pictures may have %(limit)s megapixels (JPEG from a camera: %(jpeg)s). Make it "
        "smaller, for example 4000 pixels wide, and upload that."
    ) % {
        "limit": COPIED_PIXELS // 1_000_000,
        "jpeg": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
    }
    if size is None:
        return advice
    known = _("This picture is %(width)s × %(height)s pixels large.") % {
        "width": size[0],
        "height": size[1],
    }
    return f"{known} {advice}"


def _no_picture(head):
    if is_program(head):
        return _("This is a program, not a picture, whatever its name says. Do not open it.")
    if is_web_page(head):
        return _(
            "This is a web page or an SVG drawing, which can hold programs. Export it as PNG "
            "and upload that."
        )
    if head.startswith(b"%PDF"):
        return _("This is a PDF, not a picture. Upload it under Documents.")
    return _(
        "The content of this file is no picture that we take. Save it as JPEG, PNG, WebP, AVIF, "
        "HEIC, TIFF or GIF; another name alone does not change what it is."
    )
