"""Pictures, media and the stories told with them."""

from .pictures import Image, Rendition

__all__ = ["Image", "Rendition"]
