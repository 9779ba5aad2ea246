"""Makes guessing slow: who fails waits, longer each time; nobody is ever locked out."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from toolkit.storage import attempts
from toolkit.storage.ids import new_secret

LONGEST_WAIT, FORGOTTEN_AFTER = timedelta(minutes=15), timedelta(days=1)
ACCOUNT, DEVICE, ADDRESS, CODE, SECOND_STEP = "account", "device", "address", "code", "second_step"
FREE = {ADDRESS: 20}
"""So many people sit behind one address of a town hall; of anything else a few are free."""
FEW = 5


class TooSoon(Exception):
    """Somebody has to wait before the next try; ``wait`` is how long."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody tries to get in with; ``key`` is all that is kept of it."""

    kind: str
    key: str

    @classmethod
    def of(cls, secret: str, kind: str, value: str) -> Tried:
        """Return it, hashed with the secret of the installation: addresses can be guessed."""
        said = f"{kind}\0{value.strip().lower()}".encode()
        return cls(kind, hmac.new(secret.encode(), said, "sha256").hexdigest())


def tries(secret: str, email: str, address: str, device: str) -> tuple[Tried, ...]:
    """Return what a password is tried with: the account and the network address.

    From a device on which this account was signed in before, that device counts instead: nobody
    elsewhere can make its owner wait.
    """
    if _is_of(secret, email, device):
        return (Tried.of(secret, DEVICE, device),)
    return Tried.of(secret, ACCOUNT, email), Tried.of(secret, ADDRESS, address)


def device_for(secret: str, email: str) -> str:
    """Return what a device keeps on which somebody signed in; it names nobody."""
    own = new_secret()
    return f"{own}.{_seal(secret, email, own)}"


def _is_of(secret: str, email: str, device: str) -> bool:
    own, _, seal = device.partition(".")
    return hmac.compare_digest(seal.encode(), _seal(secret, email, own).encode())


def _seal(secret: str, email: str, own: str) -> str:
    return Tried.of(secret, DEVICE, f"{email.strip()}\0{own}").key


def knock(connection: Connection, tries: Sequence[Tried], *, at: datetime) -> None:
    """Count a try as failed until it proves right; raise `TooSoon`, and then it does not count.

    It counts beforehand, so that many at the same time cannot all be the first.
    """
    known = {one: _failures(connection, one, at) for one in tries}
    wait = max((_wait(one, failed, at) for one, failed in known.items()), default=timedelta())
    if wait > timedelta():
        raise TooSoon(wait)
    for one, failed in known.items():
        attempts.keep(connection, one.key, 1 + (failed.count if failed else 0), at=at)


def opened(connection: Connection, tries: Sequence[Tried]) -> None:
    """Say that a try was right: no failure, and the ones of before are forgotten.

    Those of a network address stay: who knows one password does not vouch for the rest of it.
    """
    for one in tries:
        if one.kind == ADDRESS:
            attempts.take_one_back(connection, one.key)
        else:
            attempts.forget(connection, one.key)


def _failures(connection: Connection, tried: Tried, at: datetime) -> attempts.Failures | None:
    failed = attempts.of(connection, tried.key)
    return None if failed is None or at - failed.last > FORGOTTEN_AFTER else failed


def _wait(tried: Tried, failed: attempts.Failures | None, at: datetime) -> timedelta:
    """Return how long to wait; a clock that was set back makes nobody wait longer than that."""
    over = failed.count - FREE.get(tried.kind, FEW) if failed else -1
    if failed is None or over < 0:
        return timedelta()
    whole = min(timedelta(seconds=2 ** min(over, 20)), LONGEST_WAIT)
    return min(failed.last + whole - at, whole)
