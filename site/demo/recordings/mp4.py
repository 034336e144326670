"""A film from pictures, without any tool but Pillow.

Pillow writes moving pictures as AVIF, which is the video format AV1 in the same container as
MP4. What makes a film of it are a few names in that container.
"""

import io


def encode(frames, per_second, quality=42):
    """The bytes of an MP4 file from Pillow images."""
    file = io.BytesIO()
    pause = 1000 // per_second
    frames[0].save(
        file,
        "AVIF",
        save_all=True,
        append_images=frames[1:],
        duration=pause,
        quality=quality,
        speed=8,
    )
    data = file.getvalue()
    track = data.index(b"moov")
    description, media = data[8:track], data[track:]
    # A film, not a picture; and no description of a still picture beside it.
    brand, rest = b"mp42", description[4:].replace(b"meta", b"free", 1)
    media = media.replace(b"pict", b"vide", 1)
    # It is to be played once, not for ever.
    media = media.replace(b"edts", b"free", 1)
    length = pause * len(frames)
    media = media.replace(b"\xff" * 8, length.to_bytes(8, "big"))
    return data[:8] + brand + rest + media
