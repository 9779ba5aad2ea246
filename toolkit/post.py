"""Sends one mail by the server that the installation names; without one nothing is sent."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from structlog import get_logger

from toolkit.settings import Settings

SECONDS = 10
log = get_logger()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one person; plain text, and a subject that says nothing of what it is about."""

    to: str
    subject: str
    text: str


class NotSent(Exception):
    """The mail was not taken by the server; nothing else was lost."""


def send(settings: Settings, mail: Mail) -> None:
    """Send a mail; raise `NotSent` when that does not work within ten seconds.

    The log tells neither to whom nor what.
    """
    try:
        message = _message(settings, mail)
        with _server(settings) as server:
            if settings.smtp_tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        log.warning("not_sent", kind=type(error).__name__)
        raise NotSent from error
    log.info("sent")


def _server(settings: Settings) -> smtplib.SMTP:
    host, port = settings.smtp_host, settings.smtp_port
    if settings.smtp_tls == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(host, port, timeout=SECONDS)


def _message(settings: Settings, mail: Mail) -> EmailMessage:
    """Return the mail; raise `ValueError` for a line break in what stands above it (T34)."""
    domain = settings.smtp_from.rstrip(">").rpartition("@")[2]
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = settings.smtp_from, mail.to, mail.subject
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=domain)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message
