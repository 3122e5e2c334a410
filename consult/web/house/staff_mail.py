"""One e-mail: a link for a forgotten password. No name and nothing of a child is in it."""

import logging
import smtplib
import ssl
import threading
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from flask import current_app
from flask_babel import gettext as _

from consult.settings import Settings
from consult.web.house.premises import premises_of

PATIENCE = 10
"""Seconds to wait for the mail server."""
log = logging.getLogger("consult")


def can_send() -> bool:
    """Whether a mail server is set."""
    return bool(_settings().smtp_url)


def send_link(to: str, link: str) -> None:
    """Send it beside the request: how long the page takes must not tell whether anybody has this address."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = _settings().mail_from, to, _("Your link for a new password")
    letter.set_content(
        _("You asked for a new password. Open this link within three days. It works once.")
        + f"\n\n{link}\n\n"
        + _("If you did not ask, do nothing: your password stays as it is.")
        + "\n"
    )
    threading.Thread(target=_send, args=(_settings().smtp_url, letter)).start()


def _send(address: str, letter: EmailMessage) -> None:
    server = urlsplit(address)
    host, trusted = server.hostname or "", ssl.create_default_context()
    try:
        with (
            smtplib.SMTP_SSL(host, server.port or 465, timeout=PATIENCE, context=trusted)
            if server.scheme == "smtps"
            else smtplib.SMTP(host, server.port or 587, timeout=PATIENCE)
        ) as mail:
            if server.scheme == "smtp" and host not in {"localhost", "127.0.0.1"}:
                mail.starttls(context=trusted)
            if server.username:
                mail.login(unquote(server.username), unquote(server.password or ""))
            mail.send_message(letter)
    except (OSError, smtplib.SMTPException) as fault:
        log.error("A link could not be sent by e-mail: %s", type(fault).__name__)


def _settings() -> Settings:
    return premises_of(current_app).settings
