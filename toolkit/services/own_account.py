"""One's own account: what somebody is here, how they get in, where they are signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Actor, NotWhole, Role
from toolkit.domain.happening import Happening
from toolkit.services import let_in, passwords, second_step
from toolkit.services.let_in import NotLetIn, Step
from toolkit.services.second_step import Chosen
from toolkit.storage import accounts, audit, credentials, municipalities, sessions
from toolkit.storage.credentials import Credentials
from toolkit.storage.sessions import FULL, HALF, Limits, Session


class AddressTaken(Exception):
    """Somebody else gets in with this address."""


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody is in one municipality, and how colleagues call them there."""

    municipality: str
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody sees of their own account; ``must`` says that the second step is required.

    ``number`` is what others ask for who want to be sure that it is this account.
    """

    known: Credentials
    number: int
    places: tuple[Place, ...]
    sessions: tuple[Session, ...]
    must: bool


def own_account(
    actor: Actor, connection: Connection, limits: Limits, *, local: bool, at: datetime
) -> Own:
    """Return one's own account."""
    known = _known(actor, connection)
    living = sessions.living_of(connection, actor.account, limits, at=at)
    must = not local and second_step.must_have(connection, known, at=at)
    whole = tuple(one for one in living if one.kind != HALF)
    number = credentials.number(connection, actor.account)
    return Own(known, number, _places(actor, connection), whole, must)


def email_of(connection: Connection, account: str) -> str:
    """Return the address with which an account gets in; the empty one when there is none."""
    return accounts.email_of(connection, account)


def whole(session: Session) -> None:
    """Return when a session may change how somebody gets in; raise `NotWhole`."""
    if session.kind != FULL:
        raise NotWhole


def prove(
    connection: Connection, session: Session, step: Step | None, *, right: bool, at: datetime
) -> None:
    """Write down that somebody showed who they are; raise `NotLetIn` and `WrongCode`.

    ``step`` is what was shown for a second step, where the account has one.
    """
    whole(session)
    if not right:
        raise NotLetIn
    if step is not None:
        let_in.use(connection, session.account, step)
    sessions.prove(connection, session.id, at=at)


def change_password(
    actor: Actor, connection: Connection, session: Session, new: str, email: str, *, at: datetime
) -> str:
    """Keep a new password, by its hash; return the secret of a new session, all others end.

    ``email`` is the address of somebody who had none. Raises `AddressTaken` and `NotWhole`.
    """
    whole(session)
    if email and not _known(actor, connection).email:
        if credentials.of_email(connection, email) is not None:
            raise AddressTaken
        credentials.keep_email(connection, actor.account, email)
    passwords.keep(connection, actor.account, new, at=at)
    return sessions.begin(connection, actor.account, FULL, at=at)


def set_second_step(
    actor: Actor, connection: Connection, chosen: Chosen, hashed: tuple[str, ...], *, at: datetime
) -> str:
    """Keep a second step that was shown to work; return the secret of a new session, all others end."""
    second_step.keep(connection, chosen, hashed, at=at)
    return sessions.begin(connection, actor.account, FULL, at=at)


def take_off_second_step(actor: Actor, connection: Connection, *, at: datetime) -> str:
    """Take the second step off; return the secret of a new session, all others end."""
    second_step.take_off(connection, actor.account, at=at)
    return sessions.begin(connection, actor.account, FULL, at=at)


def end_one(actor: Actor, connection: Connection, session: str, *, at: datetime) -> None:
    """End one of one's own sessions, by its id."""
    sessions.end_one_of(connection, actor.account, session, at=at)
    audit.note(connection, actor.account, Happening.SESSIONS_ENDED, at=at)


def end_others(actor: Actor, connection: Connection, here: Session, *, at: datetime) -> None:
    """End all of one's own sessions but this one."""
    sessions.end_all_of(connection, actor.account, at=at, but=here.id)
    audit.note(connection, actor.account, Happening.SESSIONS_ENDED, at=at)


def choose(actor: Actor, connection: Connection, *, function: str, language: str) -> None:
    """Keep the function and the language that somebody chose."""
    accounts.choose(connection, actor.account, function=function, language=language)


def _known(actor: Actor, connection: Connection) -> Credentials:
    known = credentials.of(connection, actor.account)
    if known is None:
        raise NotLetIn
    return known


def _places(actor: Actor, connection: Connection) -> tuple[Place, ...]:
    rows = municipalities.of(connection, actor)
    members = {row.id: accounts.membership(connection, actor.account, row.id) for row in rows}
    return tuple(
        Place(row.name, actor.roles[row.id], member.name if member else "")
        for row in rows
        for member in (members[row.id],)
    )
