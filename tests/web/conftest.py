"""One installation a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.builders import Browser, Site, a_site


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
