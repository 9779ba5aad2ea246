"""What one request knows: who is asking, in which language, at which moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from flask import g, request, session
from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.services import sign_in
from toolkit.storage.sessions import Limits
from toolkit.web.parts import parts
from toolkit.wording import Wording, languages, wording

SESSION, LANGUAGE = "id", "language"
Write = Callable[[Connection], object]
"""What is written along in one transaction."""


class NotSignedIn(Exception):
    """The page is for people who are signed in."""


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
    arrived = sign_in.arrived(reading(), secret, Limits.of(parts().settings), at=now())
    if arrived is None:
        return None
    if arrived.stale:
        with writing() as connection:
            sign_in.still_here(connection, secret, at=now())
    return arrived.actor


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
