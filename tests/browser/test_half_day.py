"""Half a day in a room: whoever leads at one screen, the projector at another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Running
from tests.web.held import Holder, of_a_name, of_a_scan

pytestmark = pytest.mark.slow
ONE, ON_ALL = "signal.cards.signal.schools", 60
NOTE = "Na de pauze terug naar de mentor"
FITS = "() => document.documentElement.scrollHeight <= innerHeight + 1"


@dataclass(frozen=True)
class Hall:
    """The two screens of a workshop, in one browser."""

    private: Page
    projector: Page
    address: str

    @classmethod
    def of(cls, context: BrowserContext, holder: Holder) -> Hall:
        """Open both, the projector in a window of its own."""
        private, address = context.new_page(), holder.address
        private.set_viewport_size({"width": 1280, "height": 900})
        private.goto(f"{address}/room")
        with context.expect_page() as opened:
            private.get_by_role("link", name="Open de projector in een eigen venster").click()
        projector = opened.value
        projector.set_viewport_size({"width": 1280, "height": 720})
        private.reload()  # so that it stands where a page puts people, and not at that link
        return cls(private, projector, address)

    @property
    def stage(self) -> Locator:
        """What is on the projector."""
        return self.projector.locator(".stage")

    @property
    def over(self) -> Locator:
        """The line that says at which step the room is."""
        return self.private.locator(".room .over")

    def presses(self, *names: str) -> None:
        """Press Enter where the page put us, which has to be on these buttons."""
        for name in names:
            button = self.private.get_by_role("button", name=name, exact=True)
            expect(button).to_be_focused()
            self.private.keyboard.press("Enter")

    def types(self, *numbers: str) -> None:
        """Type what each card counts, and keep it, by keyboard only."""
        expect(self.private.locator(".card-field input").first).to_be_focused()
        for number in numbers:
            self.private.keyboard.type(number)
            self.private.keyboard.press("Tab")
        self.private.keyboard.press("Shift+Tab")
        self.private.keyboard.press("Enter")

    def walks(self) -> list[str]:
        """Go to the last step by keyboard; return what kind every step was, and where it fits."""
        kinds: list[str] = []
        following = self.private.get_by_role("button", name="Volgende", exact=True)
        for _ in range(ON_ALL):
            kinds.append(self.looks())
            if following.is_disabled():
                return kinds
            said = self.over.inner_text()
            following.focus()
            self.private.keyboard.press("Enter")
            expect(self.over).not_to_have_text(said)
        return kinds

    def looks(self) -> str:
        """Return what kind the step at hand is, once the projector shows it, and that it fits."""
        mark = self.private.locator(".room").get_attribute("data-mark")
        expect(self.stage).to_have_attribute("data-mark", str(mark))
        assert self.projector.evaluate(FITS), self.stage.inner_text()
        return str(self.stage.get_attribute("class")).split("--")[1].split()[0]

    def jumps(self, place: str) -> None:
        """Go to a step by the list of all."""
        self.private.locator("summary", has_text="Alle stappen").press("Enter")
        self.private.locator(f"button[value='{place}']").press("Enter")
        expect(self.private.locator(f"button[value='{place}']")).to_have_attribute(
            "aria-current", "step"
        )


def test_half_a_day_about_a_scan_by_keyboard(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    """Every step, cards, the room, the answer of the scan, what waits, who differs, agreements."""
    context, holder = arrive(), of_a_scan(running.site)
    hall = Hall.of(context, holder)

    hall.presses("Begin: start de klok")
    kinds = hall.walks()
    hall.jumps(ONE)
    hall.types("1", "3", "4", "2", "0", "3")
    expect(hall.private.locator(".people")).to_contain_text("13")
    hall.presses("Toon de zaal")
    expect(hall.stage).to_contain_text("Van 0 tot 3. Drie mensen weten het niet.")
    hall.presses("Onthullen")
    expect(hall.stage).to_contain_text("In de scan antwoordde de gemeente: 3, geregeld.")
    hall.private.get_by_label("Wie zag dit anders").fill("De leerplicht ziet thuiszitters.")
    hall.private.get_by_role("button", name="Bewaar wat er is gezegd").press("Enter")
    hall.private.get_by_label("Een vraag voor later").fill("Wie betaalt de tolk?")
    hall.private.keyboard.press("Enter")
    expect(hall.private.locator(".later li")).to_contain_text("Wie betaalt de tolk?")
    hall.presses("Wat spreken we af?")
    expect(hall.stage.locator("tbody tr")).to_have_count(5)
    hall.private.get_by_role("button", name="Terug naar de vraag").press("Enter")
    expect(hall.stage).to_contain_text("Van 0 tot 3.")

    assert set(kinds) == {"point", "outcome", "story", "discuss", "cards", "agree"}
    assert "thuiszitters" not in hall.projector.content()
    assert "tolk" not in hall.projector.content()


def test_what_is_agreed_stands_on_the_projector_and_the_day_ends_at_its_outcome(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    hall = Hall.of(arrive(), of_a_scan(running.site))
    hall.jumps("actions")
    writing = hall.private.context.new_page()
    writing.goto(f"{hall.address}/agreements")
    writing.locator("main [name$='what']").first.fill("Een vaste plek voor vrijdagavond")
    writing.locator("main [name$='child_notices']").first.fill("Ik slaap die nacht veilig.")
    writing.locator("main form .utrecht-button--primary-action").last.click()

    expect(hall.stage).to_contain_text("Een vaste plek voor vrijdagavond")
    hall.jumps("closing")
    hall.private.get_by_role("link", name="Naar de uitkomst van de workshop").press("Enter")
    hall.private.wait_for_url("**/outcome")
    assert hall.private.url.endswith(f"{hall.address}/outcome")


def test_half_a_day_from_a_name_begins_with_the_core_questions(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    hall = Hall.of(arrive(), of_a_name(running.site))

    kinds = hall.walks()
    hall.jumps("opening.cards.gov.policy_adopted")
    hall.types("2", "4", "4", "0", "0", "2")
    hall.presses("Toon de zaal")
    expect(hall.stage).to_contain_text("Van 0 tot 2. Twee mensen weten het niet.")

    assert kinds[:2] == ["point", "cards"]
    assert "outcome" not in kinds
    expect(hall.private.get_by_role("button", name="Onthullen")).to_have_count(0)


def test_what_is_typed_in_the_notebook_is_kept_as_it_is_typed(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    hall = Hall.of(arrive(), of_a_scan(running.site))
    hall.jumps("signal.story")
    hall.private.get_by_label("Bij dit deel; alleen u ziet dit").fill(NOTE)
    expect(hall.private.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()

    hall.private.reload()

    expect(hall.private.get_by_label("Bij dit deel; alleen u ziet dit")).to_have_value(NOTE)
    assert NOTE not in hall.projector.content()


def test_a_projector_on_another_computer_follows_within_a_few_seconds(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    holder = of_a_scan(running.site)
    hall, elsewhere = Hall.of(arrive(), holder), arrive().new_page()
    elsewhere.goto(f"{holder.address}/projector")

    hall.jumps("break")

    expect(elsewhere.get_by_role("heading", name="Pauze")).to_be_visible(timeout=5_000)


def test_without_scripts_every_press_is_a_form_of_its_own(
    running: Running, arrive: Callable[..., BrowserContext]
) -> None:
    holder, context = of_a_scan(running.site), arrive(scripts=False)
    private, projector = context.new_page(), context.new_page()
    private.goto(f"{holder.address}/room")
    private.locator("summary", has_text="Alle stappen").click()
    private.locator(f"button[value='{ONE}']").click()
    private.locator(".card-field input").first.fill("12")
    private.keyboard.press("Enter")
    private.get_by_role("button", name="Toon de zaal").click()
    private.get_by_role("button", name="Onthullen").click()
    projector.goto(f"{holder.address}/projector")

    expect(projector.locator(".stage")).to_contain_text("Elk getoond cijfer is 0.")
    expect(projector.locator(".answered")).to_be_visible()
    expect(projector.locator(".both")).to_be_visible()
    expect(projector.get_by_role("link", name="Vernieuwen")).to_be_visible()
