"""What one request knows: who is asking, in which language, at which moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from flask import g, request, session
from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.services import proof, second_step, sign_in
from toolkit.storage.sessions import FULL, Limits, Session
from toolkit.web.parts import parts
from toolkit.wording import Wording, languages, wording

SESSION, LANGUAGE = "id", "language"
BY_ITSELF = ("answering.versions", "room.version")
"""What an open page asks without anybody there: it keeps no session alive."""
Write = Callable[[Connection], object]
"""What is written along in one transaction."""


class NotSignedIn(Exception):
    """The page is for people who are signed in."""


class NoSecondStep(Exception):
    """The page is for people with a second step, which whoever is asking must have and has not."""


class NotProved(Exception):
    """The page is for people who showed a short while ago who they are."""


def now() -> datetime:
    """Return the moment of this request; the same one all the way through."""
    if "now" not in g:
        g.now = parts().now()
    moment: datetime = g.now
    return moment


def reading() -> Connection:
    """Return the connection with which this request reads; it is closed when the request ends."""
    if "reading" not in g:
        g.reading_context = parts().database.reading()
        g.reading = g.reading_context.__enter__()
    connection: Connection = g.reading
    return connection


@contextmanager
def writing() -> Iterator[Connection]:
    """Give the connection on which everything that is written is kept, or nothing."""
    close()
    with parts().database.writing() as connection:
        yield connection


def close(_error: BaseException | None = None) -> None:
    """Let go of the connection with which this request reads."""
    context = g.pop("reading_context", None)
    g.pop("reading", None)
    if context is not None:
        context.__exit__(None, None, None)


def visitor() -> Actor | None:
    """Return who is asking, if somebody is signed in.

    When the data cannot be read that is said once; the page that says so is for nobody.
    """
    if "visitor" not in g:
        g.visitor = None
        g.visitor = _visitor()
    found: Actor | None = g.visitor
    return found


def actor() -> Actor:
    """Return who is asking; raise `NotSignedIn`."""
    found = visitor()
    if found is None:
        raise NotSignedIn
    return found


def _visitor() -> Actor | None:
    secret = session.get(SESSION)
    if not isinstance(secret, str):
        return None
    arrived = sign_in.arrived(reading(), secret, limits(), at=now())
    if arrived is None:
        return None
    if arrived.session.stale and request.endpoint not in BY_ITSELF:
        with writing() as connection:
            sign_in.still_here(connection, secret, at=now())
    g.session_here = arrived.session
    return arrived.actor


def still_here() -> None:
    """Write down that the session is used, where what an open page asks by itself may say so."""
    if session_here().stale:
        with writing() as connection:
            sign_in.still_here(connection, cookie(), at=now())


def session_here() -> Session:
    """Return the session of who is asking; raise `NotSignedIn`."""
    actor()
    found: Session = g.session_here
    return found


def limits() -> Limits:
    """Return how long a session lives here."""
    return Limits.of(parts().settings)


def ends_in() -> int:
    """Return in how many seconds the session ends when nobody uses it; 0 when only a day ends it."""
    idle = limits().idle
    if idle >= limits().whole:
        return 0
    return max(int((session_here().last_seen + idle - now()).total_seconds()), 1)


def proved_lately() -> bool:
    """Return whether whoever is asking showed in the last minutes who they are (R25).

    Who has no password, on a computer that nobody else reaches, has nothing to show.
    """
    with_nothing = parts().settings.local and not proof.has_password(reading(), actor())
    return with_nothing or proof.proved_lately(session_here(), at=now())


def prove() -> None:
    """Return when that is so; raise `NotProved`, and then the page asks for the password first."""
    if not proved_lately():
        raise NotProved


def require_second_step() -> None:
    """Raise `NoSecondStep` for who must have one by now, at the first request since (R22)."""
    settings = parts().settings
    if settings.local or session_here().kind != FULL:
        return
    if second_step.lacks(reading(), actor(), vouched=settings.oidc_second_step):
        raise NoSecondStep


def cookie() -> str:
    """Return the secret of the session in this browser; the empty one when there is none."""
    secret = session.get(SESSION)
    return secret if isinstance(secret, str) else ""


def enter(secret: str) -> None:
    """Let this browser go on in a new session; of the one before it only the language stays."""
    forget()
    session.permanent = True
    session[SESSION] = secret


def forget() -> None:
    """Forget in this browser everything but the language that was chosen."""
    chosen = session.get(LANGUAGE)
    session.clear()
    if chosen:
        session[LANGUAGE] = chosen


def language() -> str:
    """Return the language of this request: as chosen, else as set here, else as the browser asks."""
    if "language" not in g:
        known = languages()
        wanted = (session.get(LANGUAGE), parts().settings.lang)
        best = request.accept_languages.best_match(known) or known[0]
        g.language = next((one for one in wanted if one in known), best)
    found: str = g.language
    return found


def words() -> Wording:
    """Return the words of this request's language."""
    return wording(language())
