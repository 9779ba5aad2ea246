"""Hangs pages that were kept in a real browser, with the headers and the assets of the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.gallery import View
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
    """Return a program that shows each view under its number, and everything else as it was."""

    def show(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        number = environ["PATH_INFO"].removeprefix("/view/")
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
    name: str = ""
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self._note([said.text] * (said.type == "error")))
        self.page.on("pageerror", lambda error: self._note([str(error)]))

    def show(self, number: int, name: str, width: int, colours: str = "light") -> None:
        """Hang a view on a screen of this width."""
        self.name = name
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
        self.page.goto(f"{self.url}/view/{number}")

    def examine(self) -> None:
        """Note what axe finds, and what does not fit on a screen that is enlarged four times."""
        self.page.evaluate(AXE)
        self._note(self.page.evaluate(ASK_AXE))
        self.page.set_viewport_size({"width": 320, "height": 800})
        self._note(self.page.evaluate(ASK_WIDTH))

    def _note(self, faults: list[str]) -> None:
        self.faults += [f"{self.name}: {fault}" for fault in faults]
