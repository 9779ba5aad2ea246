"""One installation a test."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.web.builders import Browser, Site, a_site
from tests.web.neighbours import Caller, Neighbours, neighbours
from tests.web.people import Person, a_person
from tests.worker.queues import Clock
from toolkit.services import passwords


@pytest.fixture
def clock() -> Clock:
    """The clock of the installation."""
    return Clock()


@pytest.fixture
def settings() -> Mapping[str, object]:
    """How the installation is set up; a file of tests may have it otherwise."""
    return {}


@pytest.fixture
def site(tmp_path: Path, clock: Clock, settings: Mapping[str, object]) -> Iterator[Site]:
    """An installation with nothing in it yet."""
    made = a_site(tmp_path, clock, **settings)
    yield made
    made.parts.database.close()


@pytest.fixture
def person(site: Site) -> Person:
    """Somebody with a password."""
    return a_person(site)


@pytest.fixture
def browser(site: Site) -> Browser:
    """A browser that is signed in."""
    return site.signed_in()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    """Two municipalities that answer, for all tests of a file."""
    made = neighbours(tmp_path_factory.mktemp("both"), "draft")
    yield made
    made.site.parts.database.close()


@pytest.fixture(scope="module")
def owner(both: Neighbours) -> Caller:
    """Somebody who leads in the first of both."""
    return Caller.of(both.site.signed_in())


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed as cheaply as can be; what it costs is a test of its own."""
    cheap = passwords._hash().using(type="ID", memory_cost=8, rounds=1, parallelism=1)
    monkeypatch.setattr(passwords, "_hash", lambda: cheap)
    passwords._nobodys.cache_clear()
