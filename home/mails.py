"""Sending a mail to a member of staff: in one place, so that no failure tells to whom."""

import logging

from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)


def send_mail(*, to, subject, body, about):
    """Send a text to the address `to`; return whether the server of mail took it.

    A failure is written to the log with the words `about`, such as "a page", and its kind.
    What the server says names the address, so that goes nowhere: an error that reached
    the background work would be kept with its task.
    """
    mail = EmailMessage(
        " ".join(subject.split()),  # one line, whatever a title holds
        body.strip(),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except (OSError, ValueError) as error:  # the server's errors, or no address at all
        logger.warning("A mail about %s was not sent: %s", about, type(error).__name__)
        return False
    return True
