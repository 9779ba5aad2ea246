"""What somebody shows to get in: a password, a second step, an account of the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from toolkit.storage.tables import accounts


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is kept of one account that may sign in: hashes, and a secret that is encrypted."""

    account: str
    operator: bool
    email: str
    password: str | None
    totp: str | None
    recovery: tuple[str, ...]
    organisation: bool

    @property
    def second_step(self) -> bool:
        """Whether a code is asked after the password."""
        return self.totp is not None


_C = accounts.c
_ROWS = select(
    _C.id,
    _C.operator,
    _C.email,
    _C.password,
    _C.totp_secret,
    _C.recovery_codes,
    _C.subject.is_not(None).label("organisation"),
).where(_C.active)


def of(connection: Connection, account: str) -> Credentials | None:
    """Return what is kept of an account; nothing when it may not sign in."""
    return _one(connection, _C.id == account)


def of_email(connection: Connection, email: str) -> Credentials | None:
    """Return what is kept of the account with this address, however its letters are written."""
    return _one(connection, func.lower(_C.email) == email.strip().lower())


def of_subject(connection: Connection, issuer: str, subject: str) -> Credentials | None:
    """Return what is kept of whoever this is for the sign-in of the organisation."""
    return _one(connection, (_C.issuer == issuer) & (_C.subject == subject))


def number(connection: Connection, account: str) -> int:
    """Return the number by which the log names an account."""
    return int(connection.execute(select(_C.number).where(_C.id == account)).scalar_one())


def keep_password(connection: Connection, account: str, hashed: str) -> None:
    """Keep a password, over the one before."""
    connection.execute(update(accounts).where(_C.id == account).values(password=hashed))


def keep_email(connection: Connection, account: str, email: str) -> None:
    """Keep the address with which somebody gets in."""
    connection.execute(update(accounts).where(_C.id == account).values(email=email.lower()))


def keep_second_step(
    connection: Connection, account: str, totp: str, counter: int, recovery: Sequence[str]
) -> None:
    """Keep a second step, over the one before; the code of this moment is used."""
    kept = {"totp_secret": totp, "totp_counter": counter, "recovery_codes": list(recovery)}
    connection.execute(update(accounts).where(_C.id == account).values(**kept))


def take_off_second_step(connection: Connection, account: str) -> None:
    """Ask this account no second step any more."""
    nothing = dict.fromkeys(("totp_secret", "totp_counter", "recovery_codes"))
    connection.execute(update(accounts).where(_C.id == account).values(**nothing))


def use_counter(connection: Connection, account: str, counter: int) -> bool:
    """Use the code of one moment; return whether nobody had used it, nor a later one (T20)."""
    fresh = or_(_C.totp_counter.is_(None), _C.totp_counter < counter)
    statement = update(accounts).where(_C.id == account, fresh).values(totp_counter=counter)
    return connection.execute(statement).rowcount == 1


def use_recovery(connection: Connection, account: str, hashed: str) -> bool:
    """Use a recovery code; return whether it was there."""
    known = of(connection, account)
    if known is None or hashed not in known.recovery:
        return False
    left = [one for one in known.recovery if one != hashed]
    connection.execute(update(accounts).where(_C.id == account).values(recovery_codes=left))
    return True


def join_subject(connection: Connection, account: str, issuer: str, subject: str) -> bool:
    """Keep who this account is for the organisation, unless it is somebody there already."""
    unknown = update(accounts).where(_C.id == account, _C.subject.is_(None))
    return connection.execute(unknown.values(issuer=issuer, subject=subject)).rowcount == 1


def _one(connection: Connection, which: ColumnElement[bool]) -> Credentials | None:
    row = connection.execute(_ROWS.where(which)).one_or_none()
    if row is None:
        return None
    return Credentials(
        account=row.id,
        operator=row.operator,
        email=row.email or "",
        password=row.password,
        totp=row.totp_secret,
        recovery=tuple(row.recovery_codes or ()),
        organisation=row.organisation,
    )
