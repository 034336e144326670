"""Tagalog dates, as the Unicode repository of locales (CLDR) writes them."""

DATE_FORMAT = "F j, Y"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
