"""What pictures add to the admin."""

from .care import admin  # noqa: F401 - connects its hooks
