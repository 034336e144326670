"""Models that every part of the site shares."""

from .base import BasePage, IndexPage, SubjectPage
from .pages import HomePage, StandardPage
from .site_settings import SiteSettings
from .source_texts import SourceText
from .subsites import SubSite
from .themes import Theme
from .users import User

__all__ = [
    "BasePage",
    "HomePage",
    "IndexPage",
    "SiteSettings",
    "SourceText",
    "StandardPage",
    "SubSite",
    "SubjectPage",
    "Theme",
    "User",
]
