"""Pictures that somebody has to look at."""

from datetime import timedelta

from django.db.models import Case, CharField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from multimedia.models import Image

SOON_DAYS = 30


def ended_consents():
    """Pictures whose consent has ended and that are still shown."""
    today = timezone.localdate()
    return Image.objects.filter(consent__until__lt=today, withdrawn_at__isnull=True)


def pictures_to_care_for():
    """Pictures with `reason`, a word for `reason_text`; the most urgent come first."""
    today = timezone.localdate()
    shown = Q(withdrawn_at__isnull=True)
    reasons = [
        ("ended", shown & Q(consent__until__lt=today)),
        ("soon", shown & Q(consent__until__lt=today + timedelta(days=SOON_DAYS))),
        ("no-consent", shown & Q(people=Image.People.IDENTIFIABLE, consent__isnull=True)),
        ("no-text", shown & Q(description="")),
        ("withdrawn", ~shown),
    ]
    words = [When(test, then=Value(f"{place}{word}")) for place, (word, test) in enumerate(reasons)]
    pictures = Image.objects.select_related("consent").annotate(
        reason=Case(*words, default=Value(""), output_field=CharField())
    )
    return pictures.exclude(reason="").order_by("reason", "title", "pk")


def reason_text(reason):
    """The sentence for a `reason` of `pictures_to_care_for`."""
    return {
        "ended": _("The consent has ended"),
        "soon": _("The consent ends soon"),
        "no-consent": _("Shows people who can be recognised, without a record of consent"),
        "no-text": _("Has no alternative text"),
        "withdrawn": _("Was withdrawn"),
    }[reason[1:]]


def usage_of(image):
    """Where `image` is used: each object of the reference index, once."""
    return [source for source, _references in image.get_usage()]
