"""Pictures, media and the stories told with them."""

from .consent import PictureConsent
from .media import Media, Track
from .pictures import Image, Rendition
from .stories import StoryIndexPage, StoryPage

__all__ = [
    "Image",
    "Media",
    "PictureConsent",
    "Rendition",
    "StoryIndexPage",
    "StoryPage",
    "Track",
]
