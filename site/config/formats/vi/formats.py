"""Vietnamese dates, as the Unicode repository of locales (CLDR) writes them."""

DATE_FORMAT = r"j \t\h\á\n\g n, Y"
