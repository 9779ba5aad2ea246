"""One installation a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.builders import Browser, Site, a_site
from toolkit.services import passwords


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """An installation with nothing in it yet."""
    made = a_site(tmp_path)
    yield made
    made.parts.database.close()


@pytest.fixture
def browser(site: Site) -> Browser:
    """A browser that is signed in."""
    return site.signed_in()


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed as cheaply as can be; what it costs is a test of its own."""
    cheap = passwords._hash().using(type="ID", memory_cost=8, rounds=1, parallelism=1)
    monkeypatch.setattr(passwords, "_hash", lambda: cheap)
    passwords._nobodys.cache_clear()
