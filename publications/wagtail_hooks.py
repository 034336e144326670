"""What publications add to the admin."""

from .versions import admin  # noqa: F401 - connects its hooks
