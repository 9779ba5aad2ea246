"""The pages of a scan's later life, as a browser without scripts goes through them."""

import pytest

from tests.web.builders import NOON, Browser, Site
from tests.web.pages import looked_over
from toolkit.domain.days import HERE
from toolkit.domain.library import Library
from toolkit.services.finalise import finalise
from toolkit.services.own_scans import first_actor
from toolkit.services.review import to_review

WHY = {"reason": "Twee antwoorden waren verwisseld", "approver": "wethouder jeugd"}
NAME = "Berthe Kanarie"


@pytest.fixture
def final(site: Site) -> str:
    """The address of a final scan of a short round, in which a name was written."""
    browser, address = site.signed_in(), f"/scans/{site.a_scan()}"
    browser.post(f"{address}/remarks/foreword", {"text": f"Dank aan {NAME}.", "version": "0"})
    make_final(site, address)
    return address


@pytest.fixture
def next_round(browser: Browser) -> str:
    """The address of a short round to which the answers of the example came along."""
    example = browser.post("/scans/example").location.rpartition("/")[0]
    browser.post(f"{example}/finalise")
    begun = browser.post(f"{example}/round", {"edition": "2026.1", "selection": "core"})
    return begun.location.rstrip("/")


def make_final(site: Site, address: str) -> None:
    parts, scan = site.parts, address.rpartition("/")[2]
    library: Library = parts.library
    at = parts.now()
    with parts.database.writing() as connection:
        actor = first_actor(connection, at=at)
        to_review(actor, connection, parts.shelf, scan, at=NOON)
        day = at.astimezone(HERE).date()
        finalise(actor, connection, parts.shelf, library, scan, day=day, at=at)


def test_a_final_scan_says_what_comes_after(final: str, browser: Browser) -> None:
    links = browser.page(f"{final}/life").links()

    steps = ("adoption", "correction", "round", "rectification")
    assert [step for step in steps if f"{final}/{step}" not in links] == []
    assert f"{final}/removal" not in links


def test_a_correction_is_begun_with_a_reason_and_replaces_the_scan(
    site: Site, final: str, browser: Browser
) -> None:
    begun = browser.post(f"{final}/correction", WHY)
    draft = browser.page(begun.location)
    make_final(site, begun.location.rstrip("/"))
    old, new = browser.page(f"{final}/"), browser.page(begun.location)

    assert begun.status_code == 303
    assert (
        "Goedgekeurd door: wethouder jeugd. Reden: Twee antwoorden waren verwisseld" in draft.text
    )
    assert "Vervangen op 20 november 2026 door een correctie." in old.text
    assert begun.location in old.links()
    assert f"{final}/" in new.links()


def test_the_start_page_tells_scans_of_one_municipality_apart(
    site: Site, final: str, browser: Browser
) -> None:
    browser.post(f"{final}/adoption", {"by": "executive", "day": "2026-11-20"})

    begun = browser.post(f"{final}/correction", WHY)
    make_final(site, begun.location.rstrip("/"))
    page = browser.page("/")

    assert "van 20 november 2026 · correctie van de scan van 20 november 2026" in page.text
    assert "vastgesteld door het college · vervangen door een correctie" in page.text


def test_a_correction_of_an_adopted_scan_asks_for_its_own_adoption(
    site: Site, final: str, browser: Browser
) -> None:
    browser.post(f"{final}/adoption", {"by": "executive", "day": "2026-11-20"})

    begun = browser.post(f"{final}/correction", WHY).location.rstrip("/")
    make_final(site, begun)
    new, old = browser.page(f"{begun}/documents"), browser.page(f"{final}/documents")

    assert "maar deze correctie nog niet" in new.text
    assert f"{begun}/adoption" in new.links()
    assert "Vervangen op 20 november 2026 door een correctie." in old.text


def test_a_correction_without_a_reason_comes_back(final: str, browser: Browser) -> None:
    answer = browser.post(f"{final}/correction", {"reason": "", "approver": "wethouder"})

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "waarom de scan wordt gecorrigeerd" in page.text
    assert "wethouder" in answer.text


def test_a_second_correction_leads_to_the_one_that_is_being_made(
    final: str, browser: Browser
) -> None:
    first = browser.post(f"{final}/correction", WHY)

    again = browser.post(f"{final}/correction", WHY)
    form = browser.client.get(f"{final}/correction")

    assert again.location == first.location
    assert form.location == f"{final}/life"


def test_a_new_round_shows_what_comes_along_and_what_is_not_confirmed(
    final: str, browser: Browser
) -> None:
    offer = browser.page(f"{final}/round")

    begun = browser.post(f"{final}/round", {"edition": "2026.1", "selection": "core"})

    assert "2026.1" in offer.html
    assert begun.status_code == 303
    assert "Een nieuwe ronde" in browser.page(begun.location).text
    assert f"{final}/" in browser.page(begun.location).links()
    assert "Elke vraag is dezelfde" in browser.page(f"{begun.location}changes").text


def test_a_new_round_begins_with_nothing_confirmed(next_round: str, browser: Browser) -> None:
    page = browser.page(f"{next_round}/")

    assert "0 van 23 bevestigd" in page.text
    assert "(gedaan) 90 minuten" not in page.text


def test_what_nobody_confirmed_is_said_before_the_scan_is_final_and_in_its_report(
    next_round: str, browser: Browser
) -> None:
    browser.post(f"{next_round}/review")

    before = browser.page(f"{next_round}/finalise")
    browser.post(f"{next_round}/finalise")
    report = browser.page(f"{next_round}/report")

    said = "antwoorden komen uit de vorige ronde en zijn nog door niemand bevestigd"
    assert said in before.text
    assert said in report.text
    assert "uit de vorige ronde, niet bevestigd" in report.text


def test_a_round_that_does_not_exist_is_refused(final: str, browser: Browser) -> None:
    answer = browser.post(f"{final}/round", {"edition": "1900.1"})

    assert answer.status_code == 400


def test_a_round_is_compared_with_the_one_before(site: Site, final: str, browser: Browser) -> None:
    begun = browser.post(f"{final}/round", {"edition": "2026.1", "selection": "core"})
    address = begun.location.rstrip("/")
    make_final(site, address)

    page = browser.page(f"{address}/comparison")

    assert "Wat er veranderde sinds de vorige ronde" in page.text
    assert "met niemand anders" in page.text
    assert f"{address}/comparison" in browser.page(f"{address}/").links()


def test_a_first_round_has_no_comparison(final: str, browser: Browser) -> None:
    answer = browser.client.get(f"{final}/comparison")

    assert (answer.status_code, answer.location) == (303, f"{final}/life")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (
            {"by": "executive", "day": "2026-11-20", "decision": "2026-12"},
            "vastgesteld door het college op 20 november 2026, besluit 2026-12",
        ),
        (
            {"by": "executive", "day": "5-11-2026"},
            "vastgesteld door het college op 5 november 2026",
        ),
        ({"by": "officials"}, "ambtelijk vastgesteld"),
    ],
)
def test_who_adopted_a_scan_becomes_the_status_of_its_documents(
    final: str, browser: Browser, sent: dict[str, str], status: str
) -> None:
    answer = browser.post(f"{final}/adoption", sent)

    assert answer.location == f"{final}/documents"
    assert status in browser.page(answer.location).text.lower()
    assert status in browser.page(f"{final}/report").text


@pytest.mark.parametrize(
    "sent",
    [
        {"by": "executive"},
        {"by": "executive", "day": "2026-02-30"},
        {"by": "executive", "day": "2026-11-21"},
        {"by": "the king", "day": "2026-11-20"},
    ],
)
def test_who_adopted_a_scan_is_said_in_full(
    final: str, browser: Browser, sent: dict[str, str]
) -> None:
    """R9."""
    answer = browser.post(f"{final}/adoption", sent)

    looked_over(answer.text)
    assert answer.status_code == 422


def test_every_place_is_shown_before_a_text_is_struck(final: str, browser: Browser) -> None:
    sought = browser.post(f"{final}/rectification", {"text": NAME})

    page = looked_over(sought.text)
    assert sought.status_code == 200
    assert f"Dank aan {NAME}." in page.text
    assert "Er is hier geen kopie bekend" in page.text
    assert f"Dank aan {NAME}." in browser.page(f"{final}/remarks").text


def test_a_text_is_struck_and_the_scan_says_that_it_was_revised(
    final: str, browser: Browser
) -> None:
    """T101: after it, no file holds the text."""
    struck = browser.post(f"{final}/rectification/strike", {"text": NAME})

    life = browser.page(struck.location)
    assert "Dank aan [verwijderd]." in browser.page(f"{final}/remarks").text
    assert "Op 20 november 2026 zijn hier persoonsgegevens verwijderd op 1 plaats." in life.text
    assert "herzien op 20 november 2026" in browser.page(f"{final}/report").text


def test_no_file_holds_what_was_struck(site: Site, final: str, browser: Browser) -> None:
    """T101."""
    folder = site.parts.settings.data
    before = b"".join(file.read_bytes() for file in folder.iterdir())

    browser.post(f"{final}/rectification/strike", {"text": NAME})

    after = b"".join(file.read_bytes() for file in folder.iterdir())
    assert (NAME.encode() in before, NAME.encode() in after) == (True, False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Schrijf de tekst op die weg moet."),
        ("ab", "zo kort"),
        ("Nergens te vinden", "staat nergens"),
    ],
)
def test_a_text_that_cannot_be_struck_comes_back_with_why(
    final: str, browser: Browser, text: str, says: str
) -> None:
    answer = browser.post(f"{final}/rectification", {"text": text})

    assert answer.status_code == 422
    assert says in looked_over(answer.text).text


def test_a_final_scan_cannot_be_removed(final: str, browser: Browser) -> None:
    """R10."""
    assert browser.client.get(f"{final}/removal").location == f"{final}/life"
    assert browser.post(f"{final}/removal").status_code == 409


@pytest.mark.parametrize("step", ["adoption", "correction", "round", "rectification"])
def test_a_scan_that_is_not_final_leads_to_what_can_be_done_now(
    site: Site, browser: Browser, step: str
) -> None:
    address = f"/scans/{site.a_scan()}"

    answer = browser.client.get(f"{address}/{step}")

    assert (answer.status_code, answer.location) == (303, f"{address}/life")
