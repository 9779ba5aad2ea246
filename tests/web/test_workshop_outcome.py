"""The page of what a workshop brought: its words, the second round, the report, an answer again."""

from __future__ import annotations

import pytest

from tests.web.builders import NOON, Site
from tests.web.held import Holder, of_a_name, of_a_scan
from tests.web.pages import looked_over
from toolkit.domain.access import Role
from toolkit.domain.happening import Happening
from toolkit.domain.scan import ScanState
from toolkit.services.make_document import Press, make_document
from toolkit.storage import jobs, register, workshop_room
from toolkit.storage.tables import answers, audit

SCHOOLS = "signal.schools"
OF_A_CHILD = "Een meisje uit groep 8 vertelde me gisteren dat haar vriend haar dwingt tot seks."
NOT_SEEN = "Nog niet gezien: deze woorden staan in geen enkel verslag."


@pytest.fixture
def holder(site: Site) -> Holder:
    """Somebody with a workshop about the example, of which one question was counted."""
    held = of_a_scan(site)
    held.counted(SCHOOLS)
    return held


def words(holder: Holder) -> dict[str, str]:
    with holder.site.parts.database.reading() as connection:
        kept = workshop_room.words_of(connection, holder.workshop)
    return {place: one.text for place, one in kept.items()}


def a_text(place: str, text: str, version: int = 0) -> dict[str, str]:
    return {f"{place}-text": text, f"{place}-version": str(version)}


def test_what_would_really_happen_is_kept_by_phase(holder: Holder) -> None:
    sent = {**a_text("happens.signal", "Het blijft liggen."), **a_text("learned", "Bel eerder.")}

    answer = holder.browser.post(f"{holder.address}/outcome", sent)

    page = holder.browser.page(f"{holder.address}/outcome")
    assert answer.status_code == 303
    assert words(holder) == {"happens.signal": "Het blijft liggen.", "learned": "Bel eerder."}
    assert "Het blijft liggen." in page.text


def test_words_about_a_real_child_are_not_kept_and_say_where_to_turn(holder: Holder) -> None:
    answer = holder.browser.post(f"{holder.address}/outcome", a_text("learned", OF_A_CHILD))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "Er is niets van bewaard." in page.text
    assert OF_A_CHILD in page.text
    assert words(holder) == {}


def test_the_spread_stands_beside_the_answer_of_the_municipality(holder: Holder) -> None:
    page = holder.browser.page(f"{holder.address}/outcome")

    assert "7 van de 12 lager, 1 hoger dan het antwoord van de gemeente" in page.text
    assert "In de scan antwoordde de gemeente 3 van 4" in page.text


def test_questions_with_a_difference_come_first(holder: Holder) -> None:
    items = holder.cards()
    holder.counted(items[1])
    holder.counted(items[2])

    text = holder.browser.page(f"{holder.address}/outcome").text

    last = text.rindex("dan het antwoord van de gemeente")
    assert last < text.index("In de scan zag men dit verschillend")


def test_of_a_name_only_nothing_is_held_beside_it(site: Site) -> None:
    bare = of_a_name(site)
    bare.counted(bare.cards()[0])

    page = bare.browser.page(f"{bare.address}/outcome")

    assert "Van 0 tot 4." in page.text
    assert "In de scan" not in page.text


def test_a_text_over_one_of_another_window_shows_both(holder: Holder) -> None:
    """T24."""
    address = f"{holder.address}/outcome"
    holder.browser.post(address, a_text("learned", "Van het andere venster"))

    stale = holder.browser.post(address, a_text("learned", "Van mij"))
    over = {**a_text("learned", "Van mij"), "learned-theirs": "1", "over": "yes"}
    chosen = holder.browser.post(address, over)

    page = looked_over(stale.text)
    assert (stale.status_code, chosen.status_code) == (409, 303)
    assert "Van het andere venster" in page.text
    assert "Van mij" in page.text
    assert words(holder) == {"learned": "Van mij"}


def test_nothing_is_kept_of_a_page_with_one_stale_text(holder: Holder) -> None:
    address = f"{holder.address}/outcome"
    holder.browser.post(address, a_text("learned", "Er was al iets"))

    sent = {**a_text("learned", "Anders"), **a_text("happens.signal", "Nieuw")}
    answer = holder.browser.post(address, sent)

    assert answer.status_code == 409
    assert words(holder) == {"learned": "Er was al iets"}


def test_what_points_at_a_person_is_shown_before_it_is_kept(holder: Holder) -> None:
    text = a_text("learned", "Bel 06 12345678, vraag naar Fatima (14).")

    answer = holder.browser.post(f"{holder.address}/outcome", text)

    page = looked_over(answer.text)
    seal = next(one.attributes["value"] for one in page.all("button") if _keeps(one.attributes))
    sure = holder.browser.post(f"{holder.address}/outcome", {**text, "sure": seal})
    assert answer.status_code == 422
    assert "Wat leerden we: ‘06 12345678’" in page.text
    assert sure.status_code == 303
    assert words(holder) != {}


def _keeps(attributes: dict[str, str]) -> bool:
    return attributes.get("name") == "sure"


def test_words_of_the_second_round_wait_until_the_organisation_saw_them(holder: Holder) -> None:
    address = f"{holder.address}/outcome"
    holder.browser.post(address, a_text("expert", "Vraag het kind eerst."))
    before = holder.browser.page(address).text

    holder.browser.post(f"{holder.address}/expert-saw", {"version": "1"})
    seen = holder.browser.page(address).text
    holder.browser.post(address, a_text("expert", "Vraag het kind nooit.", 1))
    after = holder.browser.page(address).text

    assert NOT_SEEN in before
    assert "Gezien op 20 november 2026" in seen
    assert NOT_SEEN in after


def test_words_that_changed_meanwhile_are_not_seen(holder: Holder) -> None:
    address = f"{holder.address}/outcome"
    holder.browser.post(address, a_text("expert", "Eerst dit."))
    holder.browser.post(address, a_text("expert", "Toen dat.", 1))

    holder.browser.post(f"{holder.address}/expert-saw", {"version": "1"})

    page = holder.browser.page(address).text
    assert NOT_SEEN in page
    assert "Laat de organisatie eerst deze zien" in page


def test_other_texts_leave_it_as_seen(holder: Holder) -> None:
    address = f"{holder.address}/outcome"
    holder.browser.post(address, a_text("expert", "Eerst dit."))
    holder.browser.post(f"{holder.address}/expert-saw", {"version": "1"})

    holder.browser.post(address, a_text("learned", "Iets anders."))

    assert NOT_SEEN not in holder.browser.page(address).text


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_report_is_made_and_can_be_taken(holder: Holder, ending: str) -> None:
    parts = holder.site.parts
    holder.browser.post(f"{holder.address}/report", {"language": "nl", "format": ending})
    with parts.database.writing() as connection:
        job = jobs.claim(connection, at=NOON)
    assert job is not None
    made = make_document(Press(parts.database, parts.shelf, parts.library, parts.now), job)

    page = holder.browser.page(f"{holder.address}/outcome")

    (link,) = (one for one in page.links() if "/pack/" in one)
    assert made
    assert holder.browser.client.get(link).status_code == 200


def test_that_a_report_was_asked_for_is_told_in_the_log(holder: Holder) -> None:
    """R28."""
    holder.browser.post(f"{holder.address}/report", {"language": "nl", "format": "pdf"})

    with holder.site.parts.database.reading() as connection:
        told = connection.execute(audit.select().order_by(audit.c.number)).mappings().all()
    assert told[-1]["what"] == Happening.PAPERS_ASKED


@pytest.mark.parametrize("wanted", [{"language": "de", "format": "pdf"}, {"language": "nl"}])
def test_a_report_that_is_not_offered_is_refused(holder: Holder, wanted: dict[str, str]) -> None:
    assert holder.browser.post(f"{holder.address}/report", wanted).status_code == 400


@pytest.mark.parametrize(
    ("state", "leads"),
    [
        ("draft", "/items/signal.schools"),
        ("in_review", "/outcome"),
        ("final", "/correction"),
    ],
)
def test_an_answer_is_looked_at_again_with_the_workshop_as_evidence(
    site: Site, state: ScanState, leads: str
) -> None:
    held = of_a_scan(site, state)

    answer = held.browser.post(f"{held.address}/reopen/{SCHOOLS}")
    held.browser.post(f"{held.address}/reopen/{SCHOOLS}")

    assert answer.status_code == 303
    assert str(answer.location).endswith(f"/scans/{held.scan}{leads}")
    assert titles(held).count("Workshop van 14 januari 2026") == 1
    held.browser.page(str(answer.location))


def titles(held: Holder) -> list[str]:
    with held.site.parts.database.reading() as connection:
        kept = register.all_of(connection, held.actor.municipalities[0])
    return [one.entry.title for one in kept]


def test_no_answer_changes_by_itself(holder: Holder) -> None:
    before = every_answer(holder)

    holder.browser.post(f"{holder.address}/reopen/{SCHOOLS}")

    assert every_answer(holder) == before


def every_answer(holder: Holder) -> list[tuple[object, ...]]:
    with holder.site.parts.database.reading() as connection:
        return [tuple(row) for row in connection.execute(answers.select())]


def test_without_a_day_the_register_has_no_name_for_it(site: Site) -> None:
    held = of_a_scan(site, day=None)

    answer = held.browser.post(f"{held.address}/reopen/{SCHOOLS}")

    assert str(answer.location).endswith(held.address)
    assert not any(title.startswith("Workshop van") for title in titles(held))


def test_an_advisor_is_told_whom_to_ask(site: Site) -> None:
    held = of_a_scan(site)
    held.counted(SCHOOLS)
    held.is_now(Role.ADVISOR)

    page = held.browser.page(f"{held.address}/outcome")
    refused = held.browser.post(f"{held.address}/reopen/{SCHOOLS}")

    assert "Vraag de coördinator van de scan" in page.text
    assert not any("reopen" in one.attributes["action"] for one in page.all("form"))
    assert refused.status_code == 303
    assert "Workshop van 14 januari 2026" not in titles(held)


def test_the_page_says_the_day_and_who_was_there_by_function(holder: Holder) -> None:
    text = holder.browser.page(f"{holder.address}/outcome").text

    assert "14 januari 2026" in text
    assert "Aan tafel, per functie: veiligheid; jeugd;" in text


def test_a_question_that_was_parked_stands_there(holder: Holder) -> None:
    holder.parks("Wie betaalt de tolk?")

    assert "Wie betaalt de tolk?" in holder.browser.page(f"{holder.address}/outcome").text
