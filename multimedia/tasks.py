"""Work in the background."""

from django_tasks import task
from wagtail.images.models import SourceImageIOError


@task(backend="background")
def make_renditions(image_id, specs):
    """Make renditions of a picture that take long; nothing where it is gone or withdrawn."""
    from multimedia.models import Image

    image = Image.objects.filter(pk=image_id, withdrawn_at=None).first()
    if image:
        try:
            for spec in specs:  # one after the other: they need memory
                image.get_rendition(spec)
        except SourceImageIOError:
            return
