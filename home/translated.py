"""Which fields and blocks translators translate, and which are the same in every language."""

from wagtail_localize.fields import SynchronizedField, TranslatableField


def decide(*, translate=(), same=(), replaceable=()):
    """The decisions on fields for `translatable_fields` or `override_translatable_fields`.

    Takes names of fields: `translate` for words, `same` for what is equal in all languages,
    `replaceable` for what is taken from the source unless a translator chooses another, such
    as a picture. Every editable field of a model in many languages stands in one of them; a
    test sees to it.
    """
    return [
        *map(TranslatableField, translate),
        *(SynchronizedField(name, overridable=False) for name in same),
        *map(SynchronizedField, replaceable),
    ]


class UntranslatedMixin:
    """A block of which a translator sees nothing: it is the same in every language."""

    def get_translatable_segments(self, value):
        """Offer nothing for translation."""
        return []

    def restore_translated_segments(self, value, segments):
        """Return `value` as it is, whatever a translation brings."""
        return value
