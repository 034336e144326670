"""Nepali dates, as the Unicode repository of locales (CLDR) writes them."""

DATE_FORMAT = "Y F j"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
