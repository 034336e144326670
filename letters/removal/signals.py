"""What others can follow."""

from django.dispatch import Signal

# Sent inside the transaction, once for each removal, after everything in the database is
# changed. Provides `pages`: the primary keys of the pages whose own row held the name. For
# whatever keeps copies of pages outside the database; signatures, search index, PDFs and
# translations follow the saving of the pages themselves.
signatory_removed = Signal()
