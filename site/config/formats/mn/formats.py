"""Mongolian dates, as the Unicode repository of locales (CLDR) writes them."""

DATE_FORMAT = "Y оны n сарын j"
