"""The form of a recording in the admin."""

from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm
from wagtailmedia.widgets import AdminVideoChooser


class MediaForm(BaseMediaForm):
    """Pictures and films are chosen from the library; a sound has neither."""

    class Meta(BaseMediaForm.Meta):
        widgets = BaseMediaForm.Meta.widgets | {
            "poster": AdminImageChooser,
            "described_version": AdminVideoChooser,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.type == "audio":
            for name in ("poster", "described_version", "no_speech"):
                del self.fields[name]
