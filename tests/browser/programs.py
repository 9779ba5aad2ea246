"""Starts the browser of this computer."""

import shutil

from playwright.sync_api import Browser, Playwright

# An installation that others reach has a name; here every such name is this computer.
RESOLVES = "--host-resolver-rules=MAP *.example 127.0.0.1"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def start(playwright: Playwright) -> Browser:
    """Return a browser without a window; fail when there is none on this computer."""
    found = [program for program in map(shutil.which, NAMES) if program]
    assert found, "no browser here: ./test says what to install"
    return playwright.chromium.launch(executable_path=found[0], args=["--no-sandbox", RESOLVES])
