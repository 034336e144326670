"""Burmese dates, with the words for year, month and day."""

DATE_FORMAT = "Y ခုနှစ်၊ Fလ j ရက်"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
