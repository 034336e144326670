"""The settings of the site, and the page type that the benchmark compares with."""

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS, WAGTAIL_I18N_ENABLED  # noqa: F401

INSTALLED_APPS = [*INSTALLED_APPS, "tests.bench.naive"]
