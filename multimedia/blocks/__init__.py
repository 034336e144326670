"""What a story is told with."""

from .chapters import ChaptersBlock
from .contents import found_in
from .gathering import gathered

__all__ = ["ChaptersBlock", "found_in", "gathered"]
