"""Pictures of first pages, which go when their document does."""

from wagtail.models import ReferenceIndex


def drop_cover(reading):
    """Delete the cover of a `DocumentReading`, unless an editor has used the picture elsewhere."""
    cover = reading.cover
    if cover is None:
        return
    reading.cover = None
    reading.save(update_fields=["cover"])
    if not ReferenceIndex.get_references_to(cover).exists():
        cover.delete()
