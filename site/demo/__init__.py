"""Content to look at before there is any: sample pages, and one real letter.

`data/` holds the texts, one file for each page and language; the rest puts them on the site.
Places, people and organisations in the samples are invented. The one real letter is the
joint open letter of September 2020 on China: its names, date and addressees are facts, its
body is a summary that says so.
"""
