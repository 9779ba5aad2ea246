"""The second step: a code from an app, or one of ten for when the telephone is gone."""

from __future__ import annotations

import hmac
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from toolkit.domain.access import Actor, Role
from toolkit.domain.happening import Happening
from toolkit.storage import audit, credentials, grants, sessions
from toolkit.storage.credentials import Credentials
from toolkit.storage.ids import LETTERS_IN_CODE, code_digest, code_meant, new_code

if TYPE_CHECKING:
    from passlib.totp import TOTP

ISSUER = "Kinderrechtenscan"
ONE_STEP, RECOVERY_CODES = 30, 10


class WrongCode(Exception):
    """The code is not right, too old, or was used before; which of these is not told."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A secret that somebody may take into an app: typed over, or as a picture of ``address``."""

    key: str
    address: str


@dataclass(frozen=True, slots=True)
class Wallet:
    """Keeps the secrets of second steps readable for this installation only."""

    secret: str

    def proposed(self, known: Credentials, cookie: str) -> Proposed:
        """Return the secret that this session may choose: always the same, until it is chosen.

        It follows from the session, so that looking at the page writes nothing.
        """
        return self._proposed(_derived(self.secret, cookie, known), known)

    def chosen(self, known: Credentials, cookie: str, typed: str, *, at: datetime) -> Chosen:
        """Return what is kept when this code shows that the app has the secret; else `WrongCode`."""
        totp = self._totp(_derived(self.secret, cookie, known))
        counter = _counter(totp, typed, at)
        codes = tuple(new_code() for _ in range(RECOVERY_CODES))
        return Chosen(known.account, totp.to_json(encrypt=True), counter, codes)

    def counter(self, known: Credentials, typed: str, *, at: datetime) -> int:
        """Return the moment of a right code, one step early or late; raise `WrongCode`."""
        if known.totp is None:
            raise WrongCode
        return _counter(self._factory().from_json(known.totp), typed, at)

    def _proposed(self, key: str, known: Credentials) -> Proposed:
        totp = self._totp(key)
        label = known.email.replace(":", "") or ISSUER
        return Proposed(totp.pretty_key(sep=" "), totp.to_uri(label=label, issuer=ISSUER))

    def _factory(self) -> type[TOTP]:
        from passlib.totp import TOTP

        return TOTP.using(secrets={"1": self.secret}, issuer=ISSUER)

    def _totp(self, key: str) -> TOTP:
        return self._factory()(key=key)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A second step that somebody has shown to work, with the codes that are told once."""

    account: str
    totp: str
    counter: int
    codes: tuple[str, ...]

    def hashed(self) -> tuple[str, ...]:
        """Return what is kept of the codes; it takes a while, so do it before anything is held."""
        return tuple(code_digest(code) for code in self.codes)


def is_due(connection: Connection, known: Credentials, *, local: bool, at: datetime) -> bool:
    """Return whether somebody takes a second step after the password: who has one, or must have.

    Operators and advisors must, but where only this computer reaches the program.
    """
    return known.second_step or (not local and must_have(connection, known, at=at))


def must_have(connection: Connection, known: Credentials, *, at: datetime) -> bool:
    """Return whether this person may not do without: who sees what others wrote, or runs it all."""
    granted = grants.to(connection, known.account, on=at.date())
    return known.operator or bool(granted.municipalities or granted.scans)


def lacks(connection: Connection, actor: Actor, *, vouched: bool) -> bool:
    """Return whether somebody who is in must set up a second step before anything else.

    So it is for who became advisor or operator since. Who shows no password has none to add it to,
    and ``vouched`` says that the organisation asks a second step itself.
    """
    if not (actor.operator or actor.shared or Role.ADVISOR in actor.roles.values()):
        return False
    known = credentials.of(connection, actor.account)
    if known is None or known.second_step:
        return False
    return known.password is not None or (known.organisation and not vouched)


def keep(connection: Connection, chosen: Chosen, hashed: tuple[str, ...], *, at: datetime) -> None:
    """Keep a second step; whoever is signed in with this account is so no longer (R25)."""
    credentials.keep_second_step(connection, chosen.account, chosen.totp, chosen.counter, hashed)
    sessions.end_all_of(connection, chosen.account, at=at)
    audit.note(connection, chosen.account, Happening.SECOND_STEP_SET, at=at)


def take_off(connection: Connection, account: str, *, at: datetime, by: str | None = None) -> None:
    """Ask no second step of this account any more, and end its sessions."""
    credentials.take_off_second_step(connection, account)
    sessions.end_all_of(connection, account, at=at)
    audit.note(connection, by or account, Happening.SECOND_STEP_TAKEN_OFF, at=at)


def is_recovery(typed: str) -> bool:
    """Return whether this looks like a code for when the telephone is gone."""
    return len(code_meant(typed)) == LETTERS_IN_CODE


def recovery_digest(typed: str) -> str:
    """Return what is kept of such a code, however it was typed."""
    return code_digest(code_meant(typed))


def _counter(totp: TOTP, typed: str, at: datetime) -> int:
    from passlib.exc import TokenError

    try:
        match = totp.match(typed, time=at, window=ONE_STEP)
    except TokenError:
        raise WrongCode from None
    return int(match.counter)


def _derived(secret: str, cookie: str, known: Credentials) -> str:
    """Return a key that nobody can know without the session and the secret of the installation."""
    said = "\0".join(("second step", cookie, known.account, known.totp or ""))
    return b32encode(hmac.new(secret.encode(), said.encode(), sha256).digest()[:20]).decode()
