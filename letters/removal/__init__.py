"""Taking a signatory out of everything that the site stores.

`letters.removal.actions` is the way in; what cannot be removed by a program, because it is
prose or lies outside the database, is reported.
"""
