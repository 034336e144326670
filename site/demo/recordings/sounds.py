"""Short sounds, computed sample by sample."""

import io
import math
import random
import wave

RATE = 8000


def harbour():
    """Ten seconds of waves on a quay, with a bell at the fourth and at the eighth."""
    rng, low, samples = random.Random("harbour"), 0.0, []  # noqa: S311 - noise, not a secret
    for number in range(10 * RATE):
        time = number / RATE
        low += 0.06 * (rng.uniform(-1, 1) - low)
        swell = 0.35 + 0.65 * math.sin(math.pi * time / 2.5) ** 2
        bell = sum(struck(time - at, (523, 1318, 2093)) for at in (4, 8))
        samples.append(1.9 * low * swell + 0.3 * bell)
    return wav(samples)


def loom():
    """Nine seconds of a loom: three times four beats, each time a tone higher."""
    rng, samples = random.Random("loom"), []  # noqa: S311 - noise, not a secret
    for number in range(9 * RATE):
        time = number / RATE
        beat = time % 0.75
        knock = rng.uniform(-1, 1) * math.exp(-beat * 42)
        pitch = 196 * 1.122 ** int(time / 3)
        samples.append(0.55 * knock + 0.35 * struck(beat, (pitch, 2 * pitch)))
    return wav(samples)


def tone():
    """Three seconds of a tone, where a voice would be."""
    return wav([0.6 * struck(n / RATE % 1.0, (262, 393, 524)) for n in range(3 * RATE)])


def struck(time, pitches):
    """A struck string or bell, `time` seconds after the stroke; silent before it."""
    if time < 0:
        return 0.0
    parts = (
        math.sin(2 * math.pi * pitch * time) / (place + 1) for place, pitch in enumerate(pitches)
    )
    return sum(parts) * math.exp(-time * 2.4) * min(1, time * 90)


def wav(samples):
    """Samples (-1 to 1) as the bytes of a file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(bytes(round(128 + 127 * max(-1, min(1, value))) for value in samples))
    return file.getvalue()
