"""Indonesian dates, as the Unicode repository of locales (CLDR) writes them."""

DATE_FORMAT = "j F Y"
