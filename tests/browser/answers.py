"""One question in a browser: its controls, what it says, what the server has of it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, Request, Route

from tests.browser.conftest import Running
from tests.web.answering import PLAN, Sheet
from toolkit.storage.answers import Change

GOV = "gov.children_explicit"
UNSAVED, SAVED = "Nog niet bewaard", "Opgeslagen"


@dataclass(frozen=True)
class Shown:
    """A question on a page."""

    page: Page
    item: str = PLAN

    @property
    def place(self) -> Locator:
        """The question with all that belongs to it."""
        return self.page.locator(f"[data-item='{self.item}']")

    @property
    def status(self) -> Locator:
        """What it says about saving."""
        return self.place.locator(".kept")

    @property
    def note(self) -> Locator:
        """Where an explanation is typed."""
        return self.place.locator(f"[name='{self.item}-note']")

    def choose(self, value: str) -> None:
        """Choose an answer."""
        self.choice(value).check()

    def choice(self, value: str) -> Locator:
        """One of the answers to choose from."""
        return self.place.locator(f"input[value='{value}']")

    def explain(self, text: str) -> None:
        """Type an explanation and leave the field."""
        self.unfold()
        self.note.fill(text)
        self.note.blur()

    def unfold(self) -> None:
        """Open what is folded away."""
        self.place.locator("details", has=self.page.locator("textarea")).evaluate(
            "place => place.open = true"
        )

    def press(self, name: str) -> None:
        """Press a button of this question."""
        self.place.get_by_role("button", name=name).click()


def opened(page: Page, scan: str, place: str = "themes/gov", item: str = PLAN) -> Shown:
    """Open a page with questions, with its scripts at work."""
    page.goto(f"/scans/{scan}/{place}")
    shown = Shown(page, item)
    page.wait_for_function("document.querySelector('[data-htmx-powered]')")
    return shown


def history(running: Running, scan: str, item: str = PLAN) -> tuple[Change, ...]:
    """Return what the server kept, the last first."""
    return Sheet(running.site, running.site.visitor(), scan).history(item)


def values(running: Running, scan: str, item: str = PLAN) -> list[object]:
    """Return the values that were kept one after the other, the last first."""
    return [change.after.value for change in history(running, scan, item)]


class Post:
    """What lies between a page and the server: it may hold what is sent, or lose what comes back.

    ``plan`` says what happens to one request after the other, and then nothing does any more:
    ``lose`` the answer after the server kept it, ``hold`` the request, ``double`` it.
    """

    def __init__(self, page: Page, *plan: str) -> None:
        self.plan, self.held, self.sent = list(plan), list[Route](), list[Request]()
        page.route("**/items/*", self._take)

    def requests(self, item: str = PLAN) -> list[str]:
        """Return the id of each request for a question, in the order in which they were sent."""
        bodies = [str(request.post_data) for request in self.sent]
        return [body.partition(f"{item}-request_id=")[2].partition("&")[0] for body in bodies]

    def release(self) -> None:
        """Let what was held go on."""
        self.held.pop(0).continue_()

    def _take(self, route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        self.sent.append(route.request)
        match self.plan.pop(0) if self.plan else "":
            case "lose":
                route.fetch()
                route.abort()
            case "hold":
                self.held.append(route)
            case "double":
                route.fetch()
                route.fulfill(response=route.fetch())
            case _:
                route.continue_()
