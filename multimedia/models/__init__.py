"""Pictures, media and the stories told with them."""

from .consent import PictureConsent
from .media import Media, Track
from .pictures import Image, Rendition
from .stories import StoryIndexPage, StoryPage
from .versions import MediaVersion

__all__ = [
    "Image",
    "Media",
    "MediaVersion",
    "PictureConsent",
    "Rendition",
    "StoryIndexPage",
    "StoryPage",
    "Track",
]
