"""Writes down what was done with an account, where everybody who it concerns can read it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.happening import About, Happening
from toolkit.storage import audit, credentials, people


def note_account(
    connection: Connection, by: str | None, what: Happening, account: str, *, at: datetime
) -> None:
    """Write it in the log of the installation, and in that of each municipality of the account.

    A municipality sees so that whoever runs the program let somebody in or out there.
    """
    number = credentials.number(connection, account)
    for place in ("", *sorted(people.places(connection, account))):
        audit.note(connection, by, what, About.account(number, place), at=at)
