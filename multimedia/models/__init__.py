"""Pictures, media and the stories told with them."""

from .consent import PictureConsent
from .pictures import Image, Rendition

__all__ = ["Image", "PictureConsent", "Rendition"]
