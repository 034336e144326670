"""Mails with a link for a new password, written in the background.

The request leaves a keyed digest of the address and looks nobody up, so that its answer
takes the same time for addresses of staff and for all others, and what waits names neither.
"""

import unicodedata

from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override

from home.mails import send_mail

TEMPLATES = "wagtailadmin/account/password_reset"


def digest_of(address):
    """What stands for an address while it waits, whatever its case."""
    text = unicodedata.normalize("NFKC", address).casefold()
    return salted_hmac("security.passwords", text, algorithm="sha256").hexdigest()


def send_links(digest, language):
    """Write to everybody who may have a new password and whose address has this digest."""
    people = get_user_model().objects.filter(is_active=True).exclude(email="")
    for person in people.iterator():
        if constant_time_compare(digest_of(person.email), digest) and person.has_usable_password():
            _send_link(person, language)


def _send_link(person, language):
    context = {
        "user": person,
        "uid": urlsafe_base64_encode(force_bytes(person.pk)),
        "token": default_token_generator.make_token(person),
    }
    with override(language):
        subject = render_to_string(f"{TEMPLATES}/email_subject.txt", context)
        body = render_to_string(f"{TEMPLATES}/email.txt", context)
    send_mail(to=person.email, subject=subject, body=body, about="a password")
