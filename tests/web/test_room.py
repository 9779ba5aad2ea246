"""The room of a workshop: what its leader sees, what the projector shows, in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from tests.web.builders import Site
from tests.web.held import Holder, of_a_name, of_a_scan
from tests.web.pages import Page
from toolkit.storage import sessions

DISPUTED, UNKNOWN, ANSWERED = "forms.criminal", "care.immediate_safety", "signal.schools"
TWELVE = ("1", "3", "3", "2", "", "3")
ABOUT_SOMEBODY = "Bel Karin (14 jaar) op 06-12345678."
PRIVATE = "Alleen voor mij: rustig blijven"
SCRIPT = {"HX-Request": "true"}
VERSION = re.compile(r'name="room_version" value="([0-9]+)"')


def room(holder: Holder) -> Page:
    return holder.browser.page(f"{holder.address}/room")


def projector(holder: Holder) -> str:
    return holder.browser.page(f"{holder.address}/projector").text


def goes(holder: Holder, **fields: str) -> TestResponse:
    found = VERSION.search(room(holder).html)
    assert found is not None
    sent = {"room_version": found[1], **fields}
    return holder.browser.post(f"{holder.address}/room", sent)


def six(item: str, numbers: tuple[str, ...] = TWELVE) -> dict[str, str]:
    return {f"{item}-{place}": number for place, number in enumerate(numbers)}


def counts(holder: Holder, item: str, numbers: tuple[str, ...] = TWELVE) -> TestResponse:
    return holder.browser.post(f"{holder.address}/room/counts/{item}", six(item, numbers))


def at_cards(holder: Holder, phase: str, item: str) -> Holder:
    """Go to a question and count its cards."""
    assert goes(holder, place=f"{phase}.cards.{item}").status_code == 303
    assert counts(holder, item).status_code == 303
    return holder


def test_from_a_name_the_room_opens_with_the_core_questions(site: Site) -> None:
    holder = of_a_name(site)

    goes(holder, way="on")
    goes(holder, way="on")

    assert "Stap 3 van" in room(holder).text
    assert "Weet ik niet" in projector(holder)


def test_the_outcome_comes_in_three_pictures(site: Site) -> None:
    holder = of_a_scan(site)

    goes(holder, place="outcome.minimum")
    first = projector(holder)
    goes(holder, way="on")
    second = projector(holder)
    goes(holder, way="on")

    assert "De afspraken voor kinderen" in first
    assert "Papier, praktijk, kind" in second
    assert "Wat niemand weet" in projector(holder)


def test_cards_are_counted_shown_and_only_then_revealed(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    before = projector(holder)

    goes(holder, way="show")
    shown = projector(holder)
    goes(holder, way="reveal")
    revealed = projector(holder)

    assert "Van 0 tot 3." not in before
    assert "Van 0 tot 3. Drie mensen weten het niet." in shown
    assert "In de scan" not in shown
    assert "In de scan antwoordde de gemeente: 3, geregeld." in revealed
    assert "Beide kunnen waar zijn: op papier en in de praktijk." in revealed


@pytest.mark.parametrize(
    ("phase", "item", "sentence"),
    [
        ("weighing", DISPUTED, "In de scan zag men dit verschillend: 2 en 3."),
        ("protection", UNKNOWN, "In de scan wist niemand dit."),
    ],
)
def test_what_was_disputed_or_unknown_is_said_without_functions(
    site: Site, phase: str, item: str, sentence: str
) -> None:
    holder = at_cards(of_a_scan(site), phase, item)

    goes(holder, way="show")
    goes(holder, way="reveal")

    assert sentence in projector(holder)
    assert "beleidsadviseur" not in projector(holder)


def test_nothing_is_revealed_before_the_room_is_shown(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)

    goes(holder, way="reveal")

    assert "Tel eerst de kaarten, toon dan de zaal en onthul daarna." in room(holder).text
    assert "In de scan" not in projector(holder)


def test_from_a_name_there_is_nothing_to_reveal(site: Site) -> None:
    holder = at_cards(of_a_name(site), "opening", "gov.policy_adopted")

    goes(holder, way="show")

    assert "Onthullen" not in room(holder).text
    assert "Van 0 tot 3." in projector(holder)


def test_a_second_window_wins_and_the_first_sees_where_the_room_is(site: Site) -> None:
    holder = of_a_scan(site)
    old = {"room_version": "1", "way": "on"}
    goes(holder, place="break")

    holder.browser.post(f"{holder.address}/room", old)

    assert "De zaal is in een ander venster verdergegaan." in room(holder).text
    assert "Pauze" in projector(holder)


def test_a_note_is_kept_also_when_another_window_was_first(site: Site) -> None:
    holder = of_a_scan(site)
    goes(holder, place="break")
    note = {"note": PRIVATE, "note_place": "signal", "note_version": "0"}

    holder.browser.post(f"{holder.address}/room", {"room_version": "1", "way": "on", **note})

    assert "De zaal is in een ander venster verdergegaan." in room(holder).text
    assert PRIVATE in holder.browser.page(f"{holder.address}/notebook").text


@pytest.mark.parametrize(("fields", "status"), [({"way": "up"}, 400), ({"place": "no-such"}, 303)])
def test_a_way_that_leads_nowhere_moves_nothing(
    site: Site, fields: Mapping[str, str], status: int
) -> None:
    holder = of_a_scan(site)

    answer = goes(holder, **fields)

    assert answer.status_code == status
    assert "Stap 1 van" in room(holder).text


def test_a_note_goes_along_when_the_room_goes_on_and_stands_on_no_projector(site: Site) -> None:
    holder = of_a_scan(site)
    goes(holder, place="signal.story")

    goes(holder, way="on", note=PRIVATE, note_place="signal", note_version="0")

    assert PRIVATE in room(holder).text
    assert PRIVATE not in projector(holder)


def test_a_note_that_changed_elsewhere_is_shown_beside_what_was_typed(site: Site) -> None:
    holder = of_a_scan(site)
    kept = {"note": "eerste", "note_place": "signal", "note_version": "0"}
    holder.browser.post(f"{holder.address}/room/notes", kept)

    answer = holder.browser.post(f"{holder.address}/room/notes", {**kept, "note": "tweede"})
    page = Page(answer.text)

    assert answer.status_code == 409
    assert "eerste" in page.text
    assert "tweede" in page.text


def test_a_page_of_the_notebook_that_is_not_there_is_not_found(site: Site) -> None:
    holder = of_a_scan(site)
    sent = {"note": "iets", "note_place": "no-such", "note_version": "0"}

    assert holder.browser.post(f"{holder.address}/room/notes", sent).status_code == 404


def test_words_by_which_somebody_is_known_are_looked_at_first(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    sent = {"text": ABOUT_SOMEBODY, "version": "0"}

    answer = holder.browser.post(f"{holder.address}/room/dissent/{ANSWERED}", sent)

    assert answer.status_code == 422
    assert "Kan iemand hieraan herkend worden?" in Page(answer.text).text


def test_who_saw_it_otherwise_is_kept_in_words(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    sent = {"text": "De leerplicht ziet thuiszitters.", "version": "0"}

    holder.browser.post(f"{holder.address}/room/dissent/{ANSWERED}", sent)

    assert "De leerplicht ziet thuiszitters." in room(holder).text
    assert "thuiszitters" not in projector(holder)


def test_a_question_for_later_is_parked_and_taken_away(site: Site) -> None:
    holder = of_a_scan(site)
    holder.browser.post(f"{holder.address}/room/parked", {"text": "Wie betaalt de tolk?"})
    parked = room(holder)
    away = re.search(r'action="([^"]+/parked/[^"]+/remove)"', parked.html)

    assert "Wie betaalt de tolk?" in parked.text
    assert away is not None
    assert holder.browser.post(away[1]).status_code == 303
    assert "Wie betaalt de tolk?" not in room(holder).text


def test_an_empty_question_for_later_is_refused_in_words(site: Site) -> None:
    holder = of_a_scan(site)

    answer = holder.browser.post(f"{holder.address}/room/parked", {"text": " "})

    assert answer.status_code == 422
    assert "Schrijf welke vraag wacht tot later." in Page(answer.text).text


def test_a_real_case_has_its_steps_and_numbers_and_is_written_down_nowhere(site: Site) -> None:
    text = room(of_a_scan(site)).text

    assert "Stop: een echte zaak" in text
    assert "Onderbreek meteen en vriendelijk" in text
    assert "112" in text


def test_after_an_agreement_the_question_stands_there_again(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    goes(holder, way="show")

    goes(holder, way="agree")
    agreeing = projector(holder)
    goes(holder, way="return")

    assert "Hoe merkt een kind dit?" in agreeing
    assert "Van 0 tot 3." in projector(holder)


def test_a_script_gets_the_room_and_the_projector_without_what_stands_around_them(
    site: Site,
) -> None:
    holder = of_a_scan(site)

    answers = [
        holder.browser.client.get(f"{holder.address}/{name}", headers=SCRIPT).text
        for name in ("room", "projector")
    ]

    assert [text.count("<main") for text in answers] == [0, 0]
    assert [text.count("<h1") for text in answers] == [1, 1]


def test_an_open_screen_is_told_when_there_is_something_else_to_see(site: Site) -> None:
    holder = of_a_scan(site)
    address = f"{holder.address}/room/version"

    before = holder.browser.client.get(address).get_json()
    goes(holder, way="on")
    after = holder.browser.client.get(address).get_json()

    assert (before["awake"], after["awake"]) == (False, True)
    assert before["mark"] != after["mark"]


def test_an_open_screen_is_told_also_when_its_session_is_written_down(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = of_a_scan(site)
    goes(holder, way="on")

    monkeypatch.setattr(sessions, "TOUCHED_EVERY", timedelta(0))
    answer = holder.browser.client.get(f"{holder.address}/room/version")

    assert answer.status_code == 200
    assert answer.get_json()["awake"] is True
