"""Joins the parts of a running installation: settings, data folder, database, pages, worker."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from toolkit import logs
from toolkit.catalogue import library, shipped
from toolkit.documents import scanfile
from toolkit.documents.pdf import warm_up
from toolkit.paths import EXAMPLE
from toolkit.services.make_document import Press
from toolkit.services.own_scans import take_in_example
from toolkit.services.sign_in import make_link, nobody_signed_in
from toolkit.services.tidy import terms_of, tidy_daily
from toolkit.settings import Settings
from toolkit.storage import facts
from toolkit.storage.database import FILE, Database
from toolkit.storage.migrate import migrate
from toolkit.storage.sessions import Limits
from toolkit.web.parts import Parts
from toolkit.worker.work import Signals, work

SECRET = "secret"  # noqa: S105  # nosec B105 (the name of the file)
SHORTEST_SECRET, FEWEST_LETTERS = 32, 12
DEBUG, OFF = "FLASK_DEBUG", ("", "0", "false", "no")


class Unsafe(Exception):
    """The program does not start like this; ``reason`` says what is unsafe, ``detail`` where."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(tz=UTC)


def assemble(settings: Settings, now: Callable[[], datetime] = utc_now) -> Parts:
    """Return the parts, with the database brought up to date.

    Raises `Unsafe`, `NotOurs` and `NotWritten`; nothing that people wrote is changed then.
    """
    _refuse_unsafe(settings)
    logs.set_up()
    folder = settings.data
    _make_private(folder)
    secret = _secret(folder / SECRET)
    database = _opened(folder / FILE)
    return Parts(settings, database, shipped(), library(), secret, now)


def _opened(file: Path) -> Database:
    file.touch(mode=0o600)
    database = Database.at(file)
    try:
        database.examine()
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def is_new(settings: Settings) -> bool:
    """Return whether nothing was ever kept in the data folder."""
    return not (settings.data / FILE).exists()


def sign_in_link(parts: Parts) -> str | None:
    """Return an address that lets somebody in once; nothing while somebody is signed in."""
    at = parts.now()
    with parts.database.writing() as connection:
        if not nobody_signed_in(connection, Limits.of(parts.settings), at=at):
            return None
        secret = make_link(connection, at=at)
    return f"{parts.settings.address}/start/{secret}"


def example_link(parts: Parts) -> str:
    """Return an address that lets somebody in once, at the outcome of the invented example."""
    at = parts.now()
    invented = scanfile.read_file(EXAMPLE, parts.shelf)
    with parts.database.writing() as connection:
        take_in_example(connection, parts.shelf, invented, at=at)
        secret = make_link(connection, at=at)
    return f"{parts.settings.address}/start/{secret}?to=example"


@contextmanager
def known_address(parts: Parts) -> Iterator[None]:
    """Keep where the program runs as long as the block does, for whoever makes a link meanwhile."""
    _keep_address(parts, parts.settings.address)
    try:
        yield
    finally:
        _keep_address(parts, "")


def _keep_address(parts: Parts, where: str) -> None:
    with parts.database.writing() as connection:
        facts.put(connection, facts.ADDRESS, where)


def running_address(parts: Parts) -> str:
    """Return where the running program is reached, else where it would be."""
    with parts.database.reading() as connection:
        return facts.get(connection, facts.ADDRESS) or parts.settings.address


@contextmanager
def background(parts: Parts) -> Iterator[None]:
    """Make documents beside what goes on in the block; at its end, finish what is at hand."""
    signals = Signals(wake=parts.wake)
    press = Press(parts.database, parts.shelf, parts.library, parts.now)
    thread = Thread(target=work, args=(press, signals), kwargs={"beside": lambda: _tidy(parts)})
    warm_up()
    thread.start()
    try:
        yield
    finally:
        signals.stop.set()
        thread.join()


def _tidy(parts: Parts) -> None:
    tidy_daily(parts.database, terms_of(parts.settings), at=parts.now())


def _refuse_unsafe(settings: Settings) -> None:
    if not settings.local and not settings.secure:
        raise Unsafe("open_without_https", settings.host)
    if settings.mails_openly:
        raise Unsafe("password_in_the_open", settings.smtp_host)
    if settings.smtp_host and not settings.smtp_from:
        raise Unsafe("no_sender")
    if os.environ.get(DEBUG, "").lower() not in OFF:
        raise Unsafe("debug_on", DEBUG)


def _make_private(folder: Path) -> None:
    """Make the data folder, or refuse one that others on this computer can read (R31)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Unsafe("others_can_read", str(folder))


def _secret(file: Path) -> str:
    """Return the key that signs cookies; it is made at the first start."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        secret = file.read_text("utf-8", errors="replace").strip()
        if len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_LETTERS:
            raise Unsafe("short_secret", str(file)) from None
        return secret
    with os.fdopen(handle, "w", encoding="utf-8") as lines:
        secret = secrets.token_urlsafe(48)
        lines.write(secret)
    return secret
