"""K2: from the press that counts or shows cards to the text on the projector, in one browser."""

import atexit
import shutil
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Browser, Locator, sync_playwright

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant, Waits
from benchmarks.serving import HOST, Server, served
from toolkit.bootstrap import utc_now
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.services.plan_workshop import FromName, begin_workshop
from toolkit.storage import accounts
from toolkit.storage.database import FILE, Database

TIMES = 30
ITEM = "gov.policy_adopted"
SHOWN = "Van 0 tot 3."
COUNTS = (("110001", "Van 0 tot 1."), ("100101", SHOWN))
_STAMP = "performance.timeOrigin + performance.now()"
_ON_PRESS = f"""() => addEventListener("keydown", (event) => {{
  if (event.key === "Enter") window.pressed = {_STAMP};
}}, {{ capture: true }})"""
_AWAIT = f"""(expected) => {{ window.arrived = new Promise((done) => {{
  const main = document.getElementById("main");
  const there = () => main.textContent.includes(expected) && done({_STAMP});
  new MutationObserver(there).observe(main, {{ childList: true, subtree: true }});
}}) }}"""


class Room:
    """A workshop in a browser: the private view, and the projector beside it."""

    def __init__(self, server: Server) -> None:
        """Open both at a question by cards that is counted."""
        self.server = server
        (link,) = server.links(1)
        browser = _chromium()
        context = browser.new_context(base_url=f"http://{HOST}:{server.port}", locale="nl-NL")
        self.private, self.projector = context.new_page(), context.new_page()
        self.private.goto(link)
        self.private.get_by_role("button", name="Verder").click()
        self.private.wait_for_url("**/")
        address = _begun(server)
        self.private.goto(f"{address}/room")
        self.projector.goto(f"{address}/projector")
        self.private.locator("summary", has_text="Alle stappen").click()
        self.private.locator(f"button[value='opening.cards.{ITEM}']").click()
        self.private.wait_for_selector(".card-field input")
        self.private.evaluate(_ON_PRESS)
        self._types("100101")
        self.private.keyboard.press("Enter")
        self._button("Toon de zaal").wait_for()

    def shows(self) -> Waits:
        """Show the room, so many times."""
        return self._waits(self._shown, "Verberg")

    def corrects(self) -> Waits:
        """Type other counts while the room looks on, so many times."""
        self._button("Toon de zaal").press("Enter")
        self._button("Verberg").wait_for()
        return self._waits(self._corrected, "Verberg")

    def _waits(self, one: Callable[[int], float], last: str) -> Waits:
        before = self.server.cpu
        seconds = tuple(one(turn) for turn in range(TIMES))
        waits = Waits(seconds, self.server.cpu - before)
        self._button(last).press("Enter")
        self._button("Toon de zaal").wait_for()
        return waits

    def _shown(self, turn: int) -> float:
        if turn:
            self._button("Verberg").press("Enter")
        self._button("Toon de zaal").wait_for()
        self._button("Toon de zaal").focus()
        self.projector.wait_for_selector(".card-words")
        return self._press(SHOWN)

    def _corrected(self, turn: int) -> float:
        typed, expected = COUNTS[turn % len(COUNTS)]
        self._types(typed)
        return self._press(expected)

    def _press(self, expected: str) -> float:
        self.projector.evaluate(_AWAIT, expected)
        self.private.keyboard.press("Enter")
        arrived = float(self.projector.evaluate("() => window.arrived"))
        return (arrived - float(self.private.evaluate("() => window.pressed"))) / 1000

    def _types(self, numbers: str) -> None:
        for place, number in enumerate(numbers):
            self.private.locator(f"[id='{ITEM}-{place}']").fill(number)

    def _button(self, name: str) -> Locator:
        return self.private.get_by_role("button", name=name, exact=True)


def _chromium() -> Browser:
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium (Debian: apt install chromium)")
    playing = sync_playwright().start()
    atexit.register(playing.stop)
    return playing.chromium.launch(executable_path=program, args=["--no-sandbox"])


def _begun(server: Server) -> str:
    with closing(Database.at(server.folder / FILE)) as database, database.writing() as connection:
        actor = accounts.actor(connection, accounts.first(connection) or "", at=utc_now())
        assert actor is not None  # noqa: S101 (somebody just signed in)
        known = connection, shipped(), library()
        return f"/workshops/{begin_workshop(actor, *known, FromName('Hier'), at=utc_now())}"


def _variants() -> tuple[Variant, ...]:
    room = Room(served())
    return (
        Variant("the press on “Toon de zaal”", room.shows),
        Variant("Enter after six other counts, while the room looks on", room.corrects),
    )


def _slowest(costs: Round) -> float:
    return 1000 * max(cost.p95 for cost in costs)


FIGURE = Figure(
    "K2", "cards typed to projector, p95 of 30", _variants, _slowest, must=200, aim=100, unit=" ms"
)
