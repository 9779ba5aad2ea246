"""Hangs pages that were kept in a real browser, with the headers and the assets of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.gallery import View
from tests.browser.serving import serving
from tests.web.builders import a_site
from toolkit.web.headers import with_headers

AXE = Axe().axe_script
ASK_AXE = """async () => (await axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  })).violations.flatMap((rule) => rule.nodes.map((one) => `${rule.id}: ${one.html.slice(0, 200)}`))"""
# The innermost thing that is wider than the window, unless it scrolls by itself.
ASK_WIDTH = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest(".scroll"))
    .map((one) => `too wide: ${one.outerHTML.slice(0, 200)}`).slice(-1)"""


def with_views(views: tuple[View, ...], program: WSGIApplication) -> WSGIApplication:
    """Return a program that shows each view under its number, and everything else as it was.

    What a script of a page asks for is answered with nothing: a view stays as it was kept.
    """

    own = {address: found for view in views for address, found in view.own.items()}

    def show(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] in own:
            kind, content = own[environ["PATH_INFO"]]
            start("200 OK", [("Content-Type", kind)])
            return [content]
        number = environ["PATH_INFO"].removeprefix("/view/")
        if environ.get("HTTP_SEC_FETCH_DEST") == "empty":
            start("204 No Content", [])
            return []
        if not number.isdecimal():
            return program(environ, start)
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [views[int(number)].html.encode()]

    return with_headers(show, secure=False)


@dataclass
class Wall:
    """One page of a browser on which one view hangs after the other."""

    page: Page
    url: str
    views: tuple[View, ...]
    name: str = ""
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self._note([said.text] * (said.type == "error")))
        self.page.on("pageerror", lambda error: self._note([str(error)]))

    def examine_all(self, width: int, colours: Literal["light", "dark"]) -> list[str]:
        """Return what the browser complains of, what axe finds, what does not fit when enlarged.

        A screen of 320 pixels is one of 1280 that is enlarged four times.
        """
        for _ in self.hang_all(width, colours):
            self.page.evaluate(AXE)
            self._note(self.page.evaluate(ASK_AXE))
            self.page.set_viewport_size({"width": 320, "height": 800})
            self._note(self.page.evaluate(ASK_WIDTH))
        return self.faults

    def hang_all(self, width: int, colours: Literal["light", "dark"] = "light") -> Iterator[View]:
        """Hang every view on a screen of this width, and yield it while it hangs."""
        self.page.emulate_media(color_scheme=colours)
        for number, view in enumerate(self.views):
            self.name = view.name
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.goto(f"{self.url}/view/{number}")
            yield view

    def _note(self, faults: list[str]) -> None:
        self.faults += [f"{self.name}: {fault}" for fault in faults]


@contextmanager
def hung(views: tuple[View, ...], chromium: Browser, folder: Path) -> Iterator[Wall]:
    """Give a wall for these views, in a browser of its own."""
    site = a_site(folder)
    # A colour that is still on its way to another is none that anybody reads.
    still = chromium.new_context(reduced_motion="reduce")
    with serving(with_views(views, site.app.wsgi_app)) as url, still as context:
        yield Wall(context.new_page(), url, views)
    site.parts.database.close()
