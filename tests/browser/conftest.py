"""A running installation, and people in front of it with a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.programs import start
from tests.browser.serving import serving
from tests.web.builders import Site, a_site

PATIENCE = 20_000  # several browsers at once may keep a computer busy


@dataclass(frozen=True)
class Running:
    """An installation that answers at ``url``."""

    site: Site
    url: str


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An installation with a database of its own; a test may bring another one."""
    return a_site(tmp_path)


@pytest.fixture
def running(site: Site) -> Iterator[Running]:
    """That installation, on a port of its own."""
    with serving(site.app) as url:
        yield Running(site, url)
    site.parts.database.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser for all tests; each person gets a context of their own."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = start(playwright)
        yield browser
        browser.close()


@pytest.fixture
def arrive(running: Running, chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Let somebody in, with or without scripts; what their pages complain about fails the test."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def arrive(*, scripts: bool = True) -> BrowserContext:
            context = stack.enter_context(
                chromium.new_context(
                    base_url=running.url, locale="nl-NL", java_script_enabled=scripts
                )
            )
            context.on("weberror", lambda error: complaints.append(str(error.error)))
            context.on("console", lambda line: complaints.extend(_blocked(line.text)))
            page = context.new_page()
            page.goto(running.site.link())
            page.get_by_role("button", name="Verder").click()
            page.wait_for_url(running.url + "/")
            page.close()
            return context

        yield arrive
    assert complaints == []


def _blocked(text: str) -> list[str]:
    return [text] if "Content Security Policy" in text else []


@pytest.fixture
def page(arrive: Callable[..., BrowserContext]) -> Page:
    """A page of somebody who is signed in."""
    return arrive().new_page()


@pytest.fixture
def scan(running: Running) -> str:
    """The id of a short round that was begun."""
    return running.site.a_scan()
