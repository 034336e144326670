"""Colours for screens. A profile names the device, at times by its number: none is kept."""

from io import BytesIO
from itertools import product

from PIL import Image, ImageCms

# Differences that nobody sees, in steps of 255.
UNSEEN = 3


def is_srgb(profile):
    """Whether a profile (bytes) means the colours that are assumed without one."""
    steps = list(product(range(0, 256, 51), repeat=3))
    samples = Image.new("RGB", (len(steps), 1))
    samples.putdata(steps)
    try:
        turned = ImageCms.profileToProfile(
            samples, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False  # for another kind of colours, or broken
    before, after = samples.tobytes(), turned.tobytes()
    return all(abs(a - b) <= UNSEEN for a, b in zip(before, after, strict=True))


def for_screens(picture, profile):
    """Return `picture` in sRGB or grey, with its transparency, and nothing in its margins."""
    alpha = "A" in picture.mode or "transparency" in picture.info
    if picture.mode == "P" or (alpha and picture.mode != "RGBA"):
        picture = picture.convert("RGBA" if alpha else "RGB")
    if profile:
        picture = _turned(picture, profile)
    if picture.mode not in {"L", "RGB", "RGBA"}:
        picture = picture.convert("RGBA" if alpha else "RGB")
    picture.info = {}
    return picture


def _turned(picture, profile):
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        return ImageCms.profileToProfile(
            picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a broken profile, or one for other colours than the picture has
