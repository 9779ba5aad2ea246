"""Seven people, each in a browser of their own, from the invitation to the final scan and out."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from pypdf import PdfReader

from tests.browser import playing
from tests.browser.https import over_https
from tests.browser.playing import Player
from tests.browser.serving import serving
from tests.browser.walking import Score, Walker, missing_in, scored
from tests.web.builders import Site, a_site
from tests.web.postbox import Postbox, a_postbox
from toolkit.bootstrap import background

pytestmark = pytest.mark.slow
SENDER = "scan@amberdam.example"


@dataclass(frozen=True)
class Stage:
    """An installation that others reach: over https, with mail."""

    site: Site
    post: Postbox
    url: str


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with ExitStack() as stack:
        post, listening = stack.enter_context(a_postbox()), socket.create_server(("127.0.0.1", 0))
        url = f"https://scan.example:{listening.getsockname()[1]}"
        site = a_site(
            tmp_path,
            public_url=url,
            smtp_host="127.0.0.1",
            smtp_port=post.port,
            smtp_from=SENDER,
            smtp_tls="none",
        )
        stack.callback(site.parts.database.close)
        stack.enter_context(background(site.parts))
        program = stack.enter_context(serving(site.app))
        stack.enter_context(over_https(listening, program, tmp_path))
        yield Stage(site, post, url)


@dataclass(frozen=True)
class Cast:
    """Who plays: seven people of one scan, and the coordinator of the municipality beside it."""

    anna: Player
    daan: Player
    fatima: Player
    sam: Player
    chiara: Player
    zoe: Player
    ada: Player
    bea: Player

    @property
    def invited(self) -> tuple[Player, ...]:
        """Who came to answer, and has nothing left to do here."""
        return self.fatima, self.sam, self.chiara

    @property
    def never_printed(self) -> tuple[str, ...]:
        """What no document says."""
        people = (self.daan, *self.invited, self.zoe, self.ada)
        return tuple(one for person in people for one in (*person.name.split(), person.email))


@dataclass(frozen=True)
class Enters:
    """Opens a browser of its own for each person."""

    chromium: Browser
    url: str
    stack: ExitStack
    complaints: list[str]

    def __call__(
        self, name: str = "", *, width: int = 1280, scripts: bool = True, locale: str = "nl-NL"
    ) -> Player:
        context = self.stack.enter_context(
            self.chromium.new_context(
                base_url=self.url,
                ignore_https_errors=True,
                java_script_enabled=scripts,
                locale=locale,
                viewport=ViewportSize(width=width, height=800),
            )
        )
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return Player(page, name, f"{name.partition(' ')[0].lower()}@people.example")


@pytest.fixture
def cast(stage: Stage, chromium: Browser) -> Iterator[Cast]:
    with ExitStack() as stack:
        enters = Enters(chromium, stage.url, stack, [])
        yield Cast(
            anna=enters(),
            daan=enters("Daniel Dekkerberg"),
            fatima=enters("Fatima Fransenaar", width=360),
            sam=enters("Samir Smitwerf", scripts=False),
            chiara=enters("Chiara Contilaan", locale="en-GB"),
            zoe=enters("Zoraya Zandvliet", width=360, scripts=False),
            ada=enters("Adalind Akkerhof"),
            bea=enters("Beatrix Beekmanslaan"),
        )
    assert enters.complaints == []


def test_seven_people_fill_in_one_scan_from_invitation_to_final_and_out_again(
    stage: Stage, cast: Cast, tmp_path: Path
) -> None:
    """T21, T24: what each sees, what counts, and that who is done gets in no more."""
    scan, beside = leads_begin(stage, cast)
    colleagues_answer(stage, cast, scan)
    region_answers_once(cast, scan, beside)
    playing.clash(cast.anna, cast.daan, scan, "gov.policy_adopted")
    advisor_reads(cast, scan)

    score, report = outcome_is_made(cast, scan, tmp_path)
    advisor_is_out(cast, scan)
    playing.removes(cast.anna, *cast.invited)

    assert missing_in(report, score) == []
    assert [word for word in cast.never_printed if word in words_of(report)] == []
    assert "beleidsadviseur jeugd" in words_of(report)
    playing.are_out(*cast.invited)


def leads_begin(stage: Stage, cast: Cast) -> tuple[str, str]:
    """Two municipalities begin, one of them with a deputy; return the addresses of the scans."""
    anna, bea = cast.anna, cast.bea
    Walker(anna.page).arrive(stage.site.link())
    playing.chooses_password(bea, playing.adds_municipality(anna, "Bergdal", bea))
    scan, beside = playing.begins(anna, "Amberdam"), playing.begins(bea, "Bergdal")
    playing.chooses_password(cast.daan, playing.makes_deputy(anna, cast.daan))
    cast.daan.sees("Wat wilt u doen?", "Amberdam")
    return scan, beside


def colleagues_answer(stage: Stage, cast: Cast, scan: str) -> None:
    """One by mail on a telephone, one without scripts, one in English."""
    fatima, sam, chiara = cast.invited
    playing.asks(cast.anna, scan, fatima, "adv_youth")
    cast.anna.presses("Laat het systeem mailen")
    cast.anna.sees(f"Gemaild naar {fatima.email}.")
    fatima.arrives(playing.link_in(stage.post.text), "2 vragen voor u", "Verder")
    fatima.chooses(2)
    playing.passes_on(fatima, "focal")
    fatima.sees("Doorgegeven aan: aandachtsfunctionaris mensenhandel (gemeente).")

    sam.arrives(playing.asks(cast.anna, scan, sam, "focal"), "3 vragen voor u", "Verder")
    sam.chooses(1)
    sam.says_unknown()
    sam.follows("Uw vragen")
    sam.presses("Ik ben klaar")
    sam.heads("Klaar. Dank u wel.")
    sam.sees("U gaf 1 antwoord.", "Eén keer zei u ‘weet ik niet’: ook dat helpt.")

    link = playing.asks(cast.daan, scan, chiara, "adv_safety")
    chiara.arrives(link, "5 questions for you", "Continue")
    chiara.chooses(0, 1, 2, 3, 4)
    chiara.heads("Done. Thank you.")
    chiara.sees("You gave 5 answers.")


def region_answers_once(cast: Cast, scan: str, beside: str) -> None:
    """The care coordinator answers for two; one takes everything over, one adapts an answer."""
    anna, bea, zoe = cast.anna, cast.bea, cast.zoe
    zoe.arrives(playing.asks(anna, scan, zoe, "care_coord"), "9 vragen voor u", "Verder")
    link = playing.asks(bea, beside, replace(zoe, email=""), "care_coord")
    zoe.page.goto(link)
    zoe.presses("Zet ze bij de mijne")
    zoe.sees("12 vragen, twee gemeenten, één keer", "Alleen voor Bergdal")
    playing.answers_for_region(zoe, "Bergdal")
    playing.offers(zoe, 12, 12)

    anna.page.goto(scan)
    anna.sees("De regio biedt 12 antwoorden aan")
    anna.follows("Bekijk ze")
    assert playing.accepts_all(anna) == 11  # a colleague answered one of them already
    bea.page.goto(f"{beside}offers/")
    playing.adapts(bea, "refer.coordinator", "Wij delen de zorgcoördinator met Amberdam.")
    assert playing.accepts_all(bea) == 11
    zoe.page.reload()
    zoe.sees("Anders beantwoord door Bergdal:", "Wij delen de zorgcoördinator met Amberdam.")


def advisor_reads(cast: Cast, scan: str) -> None:
    """An advisor from outside comes in with a second step, reads, and changes nothing."""
    ada = cast.ada
    playing.chooses_password(ada, playing.lets_in(cast.anna, scan, ada))
    playing.sets_second_step(ada)
    ada.follows("Korte ronde")
    ada.follows("Bestuur en beleid")
    ada.sees("Deze antwoorden kunnen nu niet worden veranderd.", "Het beleid is van 2025.")
    expect(ada.page.locator("main input")).to_have_count(0)


def outcome_is_made(cast: Cast, scan: str, folder: Path) -> tuple[Score, bytes]:
    """The deputy looks it over, the advisor reads the outcome, the coordinator makes it final."""
    anna, ada = Walker(cast.anna.page), cast.ada
    cast.daan.page.goto(scan)
    Walker(cast.daan.page).to_outcome()
    said = cast.daan.page.get_by_role("heading", level=1).inner_text()
    ada.page.goto(f"{scan}outcome")
    ada.heads(said)
    anna.page.goto(f"{scan}outcome")
    anna.make_final()
    report = anna.take_report()
    score = scored(anna.take_scan(), folder)
    states = score.minimum_states
    assert said == (
        f"Van {sum(states.values())} gevraagde afspraken voor kinderen "
        f"zijn er {states['in_order']} geregeld."
    )
    return score, report


def advisor_is_out(cast: Cast, scan: str) -> None:
    """Sharing ends at the next request."""
    ada, anna = cast.ada, cast.anna
    ada.page.goto(f"{scan}outcome")
    anna.page.goto(f"{scan}sharing")
    anna.presses("Stop met delen")
    anna.sees("Niemand van buiten.")
    ada.page.reload()
    ada.heads("Deze pagina is er niet")


def words_of(report: bytes) -> str:
    """Return the text of a document."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(report)).pages)
