"""Somebody who goes the whole way through the pages, as a person would."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect
from pydantic import BaseModel
from pypdf import PdfReader

from toolkit.catalogue import shipped
from toolkit.wording import wording

WAIT = 120_000  # a document is made in seconds, unless the computer is very busy
EVERY_SEVENTH = 7
MOST_TABS = 80


class Share(BaseModel):
    """What the score of a group says, as far as a report repeats it."""

    share: Decimal | None
    below_minimum: tuple[str, ...]
    minimum_unknown: tuple[str, ...]


class Score(BaseModel):
    """What the command says about a scan."""

    questionnaire: str
    overall: Share
    groups: Mapping[str, Share]
    minimum_states: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Walker:
    """A person in front of one page of a browser."""

    page: Page

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def arrive(self, link: str) -> None:
        """Come in by a link."""
        self.page.goto(link)
        self.press("Verder")
        expect(self.page.get_by_role("heading", name="Wat wilt u doen?")).to_be_visible()

    def begin(self, door: str) -> None:
        """Begin a scan."""
        card = self.page.locator(".card", has=self.page.get_by_role("heading", name=door))
        card.get_by_role("button", name="Beginnen").click()
        self.page.wait_for_url("**/scans/*/")

    def name_the_municipality(self) -> None:
        """Say whose scan it is."""
        self.page.get_by_label("Gemeente", exact=True).fill("Voorbeelddorp")
        self.press("Bewaren")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Voorbeelddorp")

    def leave(self) -> BrowserContext:
        """Close the page; return the browser with its cookies."""
        self.page.close()
        return self.page.context

    def tab_to(self, words: str) -> None:
        """Press Tab until what has the focus says these words."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.innerText").strip() == words:
                return
        raise AssertionError(words)

    def answer_by_keyboard(self) -> None:
        """Answer every question of a theme with keys alone, and send it."""
        count = self.page.locator(".question").count()
        for number in range(count):
            self._tab_into(number)
            self.page.keyboard.press("Space")
            self.page.keyboard.press("ArrowDown")
        self.tab_to("Bewaren en verder")
        self.page.keyboard.press("Enter")

    def _tab_into(self, number: int) -> None:
        """Press Tab until a choice of this question has the focus."""
        here = f"document.querySelectorAll('.question')[{number}].contains(document.activeElement)"
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"{here} && document.activeElement.type === 'radio'"):
                return
        raise AssertionError(number)

    def answer_from(self, theme: int, themes: int) -> int:
        """Answer so many themes, one after the other; return how many questions that were."""
        self.page.locator(".themes a").nth(theme).click()
        self.page.wait_for_url("**/themes/*")
        return sum(self._answer_page() for _ in range(themes))

    def to_outcome(self) -> None:
        """Look the answers over and see what they amount to."""
        self.follow("Nakijken")
        self.press("Toon de uitkomst")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("geregeld")

    def make_final(self) -> None:
        """Make the scan final."""
        self.follow("Definitief maken")
        self.press("Definitief maken")
        expect(self.page.get_by_text("De scan is definitief.")).to_be_visible()

    def take_report(self) -> bytes:
        """Wait for the publication version, which was begun by itself, and take it along."""
        self.follow("Maak de stukken")
        report = self.page.get_by_role("heading", name="Adviesrapport, publicatieversie")
        paper = self.page.locator("section", has=report).locator(".papers").first
        ready = paper.get_by_role("link", name="PDF downloaden").first
        for _ in range(WAIT // 1000):
            if ready.is_visible():
                break
            self.page.wait_for_timeout(1000)
            self.page.reload()
        with self.page.expect_download() as coming:
            ready.click()
        return Path(coming.value.path()).read_bytes()

    def take_scan(self) -> bytes:
        """Take the scan along as a file."""
        scan = self.page.url.partition("/scans/")[2].partition("/")[0]
        self.page.goto(f"/scans/{scan}/")
        with self.page.expect_download() as coming:
            self.press("Neem de scan mee als bestand")
        return Path(coming.value.path()).read_bytes()

    def _answer_page(self) -> int:
        """Answer every question on the page, every seventh with "I do not know", and go on."""
        here = self.page.url
        questions = self.page.locator(".question")
        count = questions.count()
        for number in range(count):
            place = questions.nth(number)
            unknown = (number + 1) % EVERY_SEVENTH == 0
            choices = place.locator(".choices > .choice input")
            chosen = (
                place.locator("[value='!unknown']")
                if unknown
                else choices.nth(number % choices.count())
            )
            chosen.check()
        self.press("Bewaren en verder")
        self.page.wait_for_url(lambda url: url != here)
        return count


def scored(scan: bytes, folder: Path) -> Score:
    """Return what the command computes from a scan file."""
    file = folder / "scan.yaml"
    file.write_bytes(scan)
    command = (sys.executable, "-m", "toolkit", "score", str(file), "--format", "json")
    said = subprocess.run(command, check=True, capture_output=True).stdout
    return Score.model_validate_json(said)


def missing_in(report: bytes, score: Score) -> list[str]:
    """Return what follows from the score and is not said in the report."""
    pages = PdfReader(io.BytesIO(report)).pages
    text = _squeezed("".join(page.extract_text() for page in pages))
    return [said for said in _sentences(score) if _squeezed(said) not in text]


def _sentences(score: Score) -> Iterator[str]:
    """Yield what a report in Dutch has to say."""
    words = wording("nl")
    questions = shipped().newest(score.questionnaire).questions
    states = score.minimum_states
    yield f"{sum(states.values())} afspraken voor kinderen die zijn bekeken"
    yield f"zijn er {states['in_order']} geregeld"
    for item in (*score.overall.below_minimum, *score.overall.minimum_unknown):
        yield words.text(questions[item].item.question)
    for group in (score.overall, *score.groups.values()):
        if group.share is not None:
            yield words.percent(group.share, 1)


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "")
