"""Work in the background."""

from django_tasks import task


@task(backend="background")
def read_document(document_id):
    """Read a document: its pages, its cover, whom it names."""
    from publications.reading.making import read_document as read

    read(document_id)
