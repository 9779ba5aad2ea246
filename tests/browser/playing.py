"""What seven people do, each in a browser of their own: asking, answering, deciding, leaving."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.answers import SAVED, Shown, opened
from tests.browser.walking import Walker
from tests.web.people import PASSWORD, App

LINK = re.compile(r"https://\S+")
NOBODY = re.compile("^(U bent niet aangemeld|You are not signed in)$")
SHORT = "Korte scan: één bijeenkomst"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays a part, in front of one page."""

    page: Page
    name: str = ""
    email: str = ""

    def sees(self, *sentences: str) -> None:
        """Look whether each of these stands on the page."""
        for sentence in sentences:
            expect(self.page.locator("main").get_by_text(sentence).first).to_be_visible()

    def heads(self, sentence: str | re.Pattern[str]) -> None:
        """Look whether this is the heading of the page."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(sentence)

    def fills(self, **fields: str) -> None:
        """Fill in fields by their names; an underscore at the end is not part of one."""
        for name, value in fields.items():
            self.page.locator(f"main [name='{name}']").fill(value)

    def presses(self, name: str) -> None:
        """Press the first button that is called so."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follows(self, name: str) -> None:
        """Follow the first link that is called so."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def copies_link(self) -> str:
        """Return the link in the text that is shown to be handed over."""
        field = self.page.get_by_label("Tekst", exact=True)
        return link_in(field.input_value())

    def arrives(self, link: str, sentence: str, button: str) -> None:
        """Come in by an invitation that says how many questions wait."""
        self.page.goto(link)
        self.heads(sentence)
        self.presses(button)
        self.page.wait_for_url("**/mine/questions/*")

    def says_unknown(self) -> None:
        """Say that one does not know, and go on."""
        self.page.locator(".question [value='!unknown']").check()
        self.presses("Bewaren en verder")

    def chooses(self, *numbers: int) -> None:
        """Choose these answers of one question after the other."""
        for number in numbers:
            self._chooses(number)

    def _chooses(self, number: int) -> None:
        self.page.locator(".question .choices > .choice input").nth(number).check()
        here = self.page.url
        self.page.locator("main .utrecht-button--primary-action").last.click()
        self.page.wait_for_url(lambda url: url != here)


def link_in(text: str) -> str:
    """Return the first address in a text."""
    found = LINK.search(text)
    assert found is not None, text
    return found[0]


def adds_municipality(operator: Player, place: str, lead: Player) -> str:
    """Add a municipality with somebody who leads it; return the link for that person."""
    operator.follows("Meer")
    operator.follows("Gemeenten, accounts en hoe het ermee gaat")
    operator.fills(place=place, name=lead.name, email=lead.email)
    operator.presses("Toevoegen")
    operator.heads("Geef de link door")
    return operator.copies_link()


def chooses_password(player: Player, link: str) -> None:
    """Choose a password by a link, and sign in with it."""
    player.page.goto(link)
    player.heads("Kies een wachtwoord")
    player.fills(password=PASSWORD, again=PASSWORD)
    player.presses("Dit wachtwoord bewaren")
    player.sees("Uw wachtwoord is bewaard.")
    player.fills(email=player.email, password=PASSWORD)
    player.presses("Aanmelden")


def begins(lead: Player, place: str) -> str:
    """Begin a short round; return the address of the scan."""
    walker = Walker(lead.page)
    lead.page.goto("/")
    walker.begin(SHORT)
    lead.fills(name=place)
    lead.presses("Bewaren")
    expect(lead.page.get_by_role("heading", level=1)).to_contain_text(place)
    return lead.page.url


def makes_deputy(lead: Player, deputy: Player) -> str:
    """Let somebody lead too; return the link for that person."""
    lead.follows("Meer")
    lead.follows("Mensen")
    lead.page.get_by_label("Rol").select_option("deputy")
    lead.fills(name=deputy.name, email=deputy.email)
    lead.presses("Toevoegen")
    return lead.copies_link()


def asks(lead: Player, scan: str, somebody: Player, function: str) -> str:
    """Ask somebody for a scan; return the link in the text."""
    lead.page.goto(scan)
    lead.follows("Wie vult in?")
    lead.follows("Vraag iemand")
    lead.page.get_by_label("Functie").select_option(function)
    lead.fills(name=somebody.name, email=somebody.email, due="2026-12-11")
    lead.presses("Maak de link")
    lead.heads(f"De tekst voor {somebody.name}")
    return lead.copies_link()


def passes_on(player: Player, to: str) -> None:
    """Give the question on the page to another function."""
    player.page.locator("summary", has_text="Geef deze vraag door").click()
    player.page.get_by_label("Wie zou het kunnen weten?").select_option(to)
    player.page.locator("[name$='-pass_on']").click()


def answers_for_region(player: Player, otherwise: str) -> None:
    """Answer every question once, the second otherwise in one municipality."""
    player.page.goto("/")
    player.sees("12 vragen, twee gemeenten, één keer")
    player.follows("Eén keer antwoorden")
    player.chooses(1)
    player.page.get_by_label("Nee, anders in …").check()
    player.page.get_by_label(otherwise).check()
    player.chooses(2)
    player.sees(f"Alleen voor {otherwise}.")
    player.chooses(*[0] * 11)
    player.heads("Nakijken en aanbieden")


def offers(player: Player, *counts: int) -> None:
    """Offer so many answers to one municipality after the other."""
    for count in counts:
        player.page.get_by_role("button", name=f"Bied {count} antwoorden aan").first.click()
        player.sees(f"{count} antwoorden aangeboden.")


def accepts_all(lead: Player) -> int:
    """Accept what the region offers, one after the other; return how many that were."""
    accept = lead.page.get_by_role("button", name="Overnemen", exact=True)
    lead.page.wait_for_load_state()
    count = accept.count()
    for left in reversed(range(count)):
        accept.first.click()
        expect(accept).to_have_count(left)
    return count


def adapts(lead: Player, item: str, why: str) -> None:
    """Answer a question otherwise than the region offered, and say why."""
    lead.page.locator(f"[id='{item}']").get_by_role("link", name="Aanpassen").click()
    lead.page.locator(".question .choices > .choice input").first.check()
    lead.fills(why=why)
    lead.presses("Bewaar ons antwoord")


def sets_second_step(player: Player) -> None:
    """Let an app read the key, type its code and keep the codes for when the telephone is gone."""
    player.heads("Een tweede stap bij het aanmelden")
    app = App(player.page.locator("main code").inner_text().replace(" ", ""))
    player.fills(code=app.code())
    player.presses("Verder")
    expect(player.page.locator(".codes li")).to_have_count(10)
    player.follows("Ik heb ze bewaard; verder")


def lets_in(lead: Player, scan: str, advisor: Player) -> str:
    """Share a scan with an advisor; return the link for that person."""
    lead.page.goto(scan)
    lead.follows("Delen")
    lead.fills(name=advisor.name, email=advisor.email)
    lead.presses("Toelaten")
    return lead.copies_link()


def clash(first: Player, second: Player, scan: str, item: str) -> None:
    """Explain the same answer in two windows; the second sees both texts and keeps their own."""
    place, name = f"items/{item}", scan.rstrip("/").rpartition("/")[2]
    hers, his = (opened(one.page, name, place, item) for one in (first, second))
    hers.explain("Het beleid is van 2024.")
    expect(hers.status).to_have_text(SAVED)
    his.explain("Het beleid is van 2025.")
    _keeps_own(his)


def _keeps_own(his: Shown) -> None:
    expect(his.place.get_by_text("Het beleid is van 2024.")).to_be_visible()
    expect(his.note).to_have_value("Het beleid is van 2025.")
    his.press("Vervang dat door het mijne")
    expect(his.status).to_have_text(SAVED)


def removes(lead: Player, *people: Player) -> None:
    """End the membership of each."""
    for somebody in people:
        lead.page.goto("/")
        lead.follows("Meer")
        lead.follows("Mensen")
        lead.follows(somebody.name)
        lead.presses("Verwijder uit deze gemeente")
        lead.sees("Verwijderd.")


def are_out(*people: Player) -> None:
    """Look whether the next page that each of them opens knows nobody any more."""
    for somebody in people:
        somebody.page.goto("/")
        somebody.heads(NOBODY)
