"""Models that every part of the site shares."""

from .base import BasePage, IndexPage
from .pages import HomePage, StandardPage
from .site_settings import SiteSettings
from .subsites import SubSite
from .users import User

__all__ = ["BasePage", "HomePage", "IndexPage", "SiteSettings", "StandardPage", "SubSite", "User"]
