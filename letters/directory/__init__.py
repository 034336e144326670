"""The directory of organisations: finding, listing, merging, importing and exporting them."""
