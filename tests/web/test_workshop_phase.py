"""The page on which an advisor changes a phase of the story."""

from __future__ import annotations

import pytest

from tests.web.builders import Site
from tests.web.held import Holder, of_a_name, seen
from tests.web.hostile import HOSTILE
from tests.web.pages import looked_over
from tests.web.planning import A_PHASE, fields, lengths, plan_of, sent_phase, typed
from toolkit.domain.plain_text import plain
from toolkit.domain.workshop_agenda import FIRST


@pytest.fixture
def holder(site: Site) -> Holder:
    return of_a_name(site)


def test_an_own_text_takes_the_place_of_ours_in_every_language(holder: Holder) -> None:
    before = plan_of(holder).phases[0]
    texts = sent_phase(holder, title=before.title.root["nl"], minutes=str(before.minutes))

    answer = holder.browser.post(f"{holder.address}/phases/signal", texts)

    after = plan_of(holder).phases[0]
    assert answer.status_code == 303
    assert after.story.root == {"nl": A_PHASE["story"]}
    assert [text.root for text in after.discuss] == [
        {"nl": "Wie belt zij?"},
        {"nl": "Wat zegt zij?"},
    ]
    assert after.title == before.title


def test_questions_that_stay_the_same_keep_their_languages(holder: Holder) -> None:
    before = plan_of(holder).phases[0]
    kept = before.discuss[0].root["nl"]
    texts = sent_phase(holder, discuss=f"{kept}\nEn de buurvrouw?", minutes=str(before.minutes))

    holder.browser.post(f"{holder.address}/phases/signal", texts)

    assert plan_of(holder).phases[0].discuss[0] == before.discuss[0]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", ""),
        ("title", "a" * 121),
        ("story", " "),
        ("story", "a" * 10_001),
        ("discuss", "\n \n"),
        ("discuss", "Wie?\n" * 13),
        ("minutes", "een kwartier"),
    ],
)
def test_what_cannot_stand_in_a_phase_is_said_beside_it(
    holder: Holder, field: str, said: str
) -> None:
    """R9, T21, T33."""
    answer = holder.browser.post(
        f"{holder.address}/phases/signal", sent_phase(holder, **{field: said})
    )

    assert answer.status_code == 422
    assert f"#{field}" in looked_over(answer.text).links()


def test_at_most_three_questions_go_by_cards_in_a_phase(holder: Holder) -> None:
    page = holder.browser.page(f"{holder.address}/phases/signal")
    offered = [
        one.attributes["value"]
        for one in page.all("input")
        if one.attributes.get("name") == "cards"
    ]
    texts = sent_phase(holder, minutes=str(plan_of(holder).phases[0].minutes))

    many = holder.browser.post(
        f"{holder.address}/phases/signal",
        {**texts, "cards": offered[:4]},  # type: ignore[dict-item]  # a list
    )
    three = holder.browser.post(
        f"{holder.address}/phases/signal",
        {**texts, "cards": offered[:3]},  # type: ignore[dict-item]  # a list
    )

    assert (many.status_code, three.status_code) == (422, 303)
    assert plan_of(holder).phases[0].cards == tuple(offered[:3])


def test_a_question_that_goes_by_cards_elsewhere_is_not_offered(holder: Holder) -> None:
    elsewhere = {item for phase in plan_of(holder).phases[1:] for item in phase.cards}

    page = holder.browser.page(f"{holder.address}/phases/signal")

    offered = {one.attributes.get("value") for one in page.all("input")}
    assert elsewhere
    assert not elsewhere & offered


def test_a_phase_that_is_too_long_says_how_long_it_may_be(holder: Holder) -> None:
    whole = lengths(plan_of(holder))[FIRST]

    answer = holder.browser.post(
        f"{holder.address}/phases/signal", sent_phase(holder, minutes=str(whole))
    )

    assert answer.status_code == 422
    assert f"ten hoogste {whole - 2} minuten" in looked_over(answer.text).text


def test_a_name_with_an_age_is_pointed_at_before_a_phase_is_kept(holder: Holder) -> None:
    told = "Fatima de Vries, 15 jaar, woont aan de Dorpsstraat 12."
    texts = sent_phase(holder, story=told, minutes=str(plan_of(holder).phases[0].minutes))
    address = f"{holder.address}/phases/signal"

    warned = holder.browser.post(address, texts)
    seal = next(
        one.attributes["value"]
        for one in looked_over(warned.text).all("button")
        if one.attributes.get("name") == "sure"
    )
    kept = holder.browser.post(address, {**texts, "sure": seal})

    assert (warned.status_code, kept.status_code) == (422, 303)


def test_a_phase_that_changed_in_another_window_shows_what_was_typed(holder: Holder) -> None:
    """T24."""
    texts = sent_phase(holder, minutes=str(plan_of(holder).phases[0].minutes))
    holder.browser.post(f"{holder.address}/agenda", {**typed(holder), "do": "up:break"})

    stale = holder.browser.post(f"{holder.address}/phases/signal", texts)
    again = fields(looked_over(stale.text))["version"]
    kept = holder.browser.post(f"{holder.address}/phases/signal", {**texts, "version": again})

    assert (stale.status_code, kept.status_code) == (409, 303)
    assert A_PHASE["story"] in stale.text
    assert "in een ander venster veranderd" in stale.text


def test_what_was_typed_about_a_phase_that_went_can_be_kept_as_ones_own(holder: Holder) -> None:
    """T24."""
    texts = sent_phase(holder)
    version = {"version": texts["version"]}
    holder.browser.post(f"{holder.address}/phases/signal/remove", version)

    stale = holder.browser.post(f"{holder.address}/phases/signal", texts)

    page = looked_over(stale.text)
    assert stale.status_code == 409
    assert A_PHASE["story"] in stale.text
    assert f'action="{holder.address}/phases"' in page.html


def test_a_phase_of_ones_own_is_added_moved_and_removed(holder: Holder) -> None:
    holder.browser.page(f"{holder.address}/phases/new")
    added = holder.browser.post(f"{holder.address}/phases", sent_phase(holder))
    own = plan_of(holder).phases[-1]
    one = f"{holder.address}/phases/{own.id}"

    moved = holder.browser.post(f"{one}/move", {**sent_phase(holder), "way": "up"})
    place = [phase.id for phase in plan_of(holder).phases].index(own.id)
    removed = holder.browser.post(f"{one}/remove", sent_phase(holder))

    assert [added.status_code, moved.status_code, removed.status_code] == [303, 303, 303]
    assert place == 5
    assert len(plan_of(holder).phases) == 6


def test_the_last_phase_of_a_part_stays(holder: Holder) -> None:
    address = f"{holder.address}/phases"
    gone = ("signal", "weighing", "protection", "justice")
    [holder.browser.post(f"{address}/{name}/remove", sent_phase(holder)) for name in gone]

    answer = holder.browser.post(f"{address}/report/remove", sent_phase(holder))

    assert answer.status_code == 422
    assert "Elk deel van het verhaal heeft een fase nodig" in looked_over(answer.text).text


@pytest.mark.parametrize("change", ["", "/move", "/remove"])
def test_the_organisation_sees_a_changed_story_again(holder: Holder, change: str) -> None:
    agreed = {**seen(holder), "consent": "agreed"}
    assert holder.browser.post(f"{holder.address}/consent", agreed).status_code == 303
    texts = sent_phase(holder, minutes=str(plan_of(holder).phases[0].minutes))

    holder.browser.post(f"{holder.address}/phases/signal{change}", {**texts, "way": "down"})

    assert plan_of(holder).consent == "not_asked"
    assert "leg het voor zoals het nu is" in holder.browser.page(f"{holder.address}/agenda").text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(holder: Holder, text: str) -> None:
    texts = sent_phase(holder, title=text, story=text, discuss=text)

    holder.browser.post(f"{holder.address}/phases", texts)

    own = plan_of(holder).phases[-1]
    assert own.title.root == {"nl": plain(text, one_line=True)}
    holder.browser.page(f"{holder.address}/agenda")
    holder.browser.page(f"{holder.address}/phases/{own.id}")


def test_a_name_that_our_own_story_tells_is_not_pointed_at(site: Site) -> None:
    holder = of_a_name(site)
    one = next(phase for phase in plan_of(holder).phases if "(" in phase.story.root["nl"])
    texts = sent_phase(
        holder, story=f"{one.story.root['nl']} Het regent.", minutes=str(one.minutes)
    )

    answer = holder.browser.post(f"{holder.address}/phases/{one.id}", texts)

    assert answer.status_code == 303
