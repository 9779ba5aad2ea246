"""A new round begins from the last one: answers come along, for people to confirm."""

from dataclasses import replace

import pytest

from tests.services.rounds import FILLED, LIST, NOON, Rounds
from toolkit.domain.access import NotAllowed, NotNow, Role
from toolkit.domain.answers import answered
from toolkit.domain.scan import PlannedAction
from toolkit.services.begin_round import NextRound, begin_round, changed_since, offer
from toolkit.services.finished_before import by_question, finished_before
from toolkit.services.relatives import Replaced
from toolkit.services.review import review
from toolkit.services.save_answer import Given
from toolkit.services.save_answers import SavedPage, save_answers
from toolkit.services.start_scan import NoSuchRound
from toolkit.storage import action_changes, inquiries, surroundings


def save(rounds: Rounds, scan: str, given: Given) -> SavedPage:
    with rounds.database.writing() as connection:
        return save_answers(rounds.actor, connection, rounds.shelf, scan, (given,), at=NOON)


def plan(rounds: Rounds, scan: str, action: PlannedAction) -> None:
    with rounds.database.writing() as connection:
        surroundings.add_action(connection, scan, action, at=NOON)


def test_every_answer_comes_along_and_waits_to_be_confirmed(rounds: Rounds) -> None:
    old = rounds.final()

    new = rounds.opened(rounds.next_round(old))

    assert {item: kept.answer for item, kept in new.kept.items() if item in FILLED} == {
        "beleid.plan": rounds.opened(old).answers["beleid.plan"],
        "beleid.geld": answered("some"),
    }
    assert all(kept.carried for kept in new.kept.values())
    assert (new.assessment.earlier, new.assessment.state) == (old, "draft")


def test_what_nobody_filled_in_is_open_again(rounds: Rounds) -> None:
    old = rounds.final({"beleid.plan": 2})

    new = rounds.opened(rounds.next_round(old))

    assert "beleid.geld" in rounds.opened(old).answers
    assert "beleid.geld" not in new.answers


def test_questions_that_were_passed_on_stay_behind(rounds: Rounds) -> None:
    draft = rounds.fill(rounds.begin(), FILLED)
    with rounds.database.writing() as connection:
        inquiries.put(connection, draft, "beleid.plan", "focal", rounds.actor.account, at=NOON)

    new = rounds.next_round(rounds.finish(draft))

    with rounds.database.reading() as connection:
        assert inquiries.of(connection, new) == {}


def test_actions_that_are_not_over_come_along_by_the_ids_of_the_edition(rounds: Rounds) -> None:
    """R12: each with the first step of a history of its own."""
    old = rounds.final()
    plan(rounds, old, PlannedAction("loopt", status="busy", items=("beleid.geld",)))
    plan(rounds, old, PlannedAction("af", status="done", child_notices="ja"))
    plan(rounds, old, PlannedAction("vervallen", status="dropped", reason="te duur"))

    new = rounds.next_round(old, edition="2")

    with rounds.database.reading() as connection:
        found = surroundings.actions_of(connection, new)
        steps = action_changes.of(connection, new, found[0].id)
    assert [(one.action.what, one.action.items) for one in found] == [
        ("loopt", ("beleid.geldpot",))
    ]
    assert [step.before for step in steps] == [None]


def test_what_was_done_is_known_at_its_question_in_the_next_round(rounds: Rounds) -> None:
    old = rounds.final()
    done = PlannedAction("af", status="done", items=("beleid.geld",), child_notices="ja")
    plan(rounds, old, done)

    new = rounds.opened(rounds.next_round(old, edition="2"))

    with rounds.database.reading() as connection:
        found = finished_before(connection, rounds.shelf, new)
        first = finished_before(connection, rounds.shelf, rounds.opened(old))
    assert by_question(found) == {"beleid.geldpot": (replace(done, items=("beleid.geldpot",)),)}
    assert first == ()


def test_answers_follow_a_question_to_its_new_id_in_the_newest_edition(rounds: Rounds) -> None:
    old = rounds.final()

    new = rounds.opened(rounds.next_round(old, edition="2"))

    assert new.questionnaire.edition == "2"
    assert new.answers["beleid.geldpot"] == answered("some")


def test_what_changed_between_the_editions_can_be_read_before_and_after(rounds: Rounds) -> None:
    old = rounds.final()
    new = rounds.next_round(old, edition="2")

    with rounds.database.reading() as connection:
        before = offer(rounds.actor, connection, rounds.shelf, old).changes
        _, after = changed_since(rounds.actor, connection, rounds.shelf, new)

    assert before is not None
    assert [question.id for question in before.added] == ["beleid.nieuw"]
    assert before == after


def test_a_round_of_the_same_edition_changes_no_question(rounds: Rounds) -> None:
    new = rounds.next_round(rounds.final())

    with rounds.database.reading() as connection:
        _, found = changed_since(rounds.actor, connection, rounds.shelf, new)

    assert found is None


def test_saying_that_an_answer_still_holds_confirms_it(rounds: Rounds) -> None:
    scan = rounds.next_round(rounds.final())
    kept = rounds.opened(scan).answer("beleid.plan")

    save(rounds, scan, Given("beleid.plan", kept.answer, kept.version, "request-1", confirms=True))

    confirmed = rounds.opened(scan).answer("beleid.plan")
    assert (confirmed.answer, confirmed.carried) == (kept.answer, False)
    assert confirmed.version == kept.version + 1


def test_an_answer_that_only_stood_on_the_page_is_not_confirmed(rounds: Rounds) -> None:
    scan = rounds.next_round(rounds.final())
    kept = rounds.opened(scan).answer("beleid.plan")

    outcome = save(rounds, scan, Given("beleid.plan", kept.answer, kept.version, "request-1"))

    assert outcome.saved == ()
    assert rounds.opened(scan).answer("beleid.plan").carried


def test_changing_an_answer_confirms_it_too(rounds: Rounds) -> None:
    scan = rounds.next_round(rounds.final())
    kept = rounds.opened(scan).answer("beleid.plan")

    changed = replace(kept.answer, note="Sinds dit jaar")
    save(rounds, scan, Given("beleid.plan", changed, kept.version, "request-1"))

    assert not rounds.opened(scan).answer("beleid.plan").carried


def test_saving_a_confirmed_answer_once_more_keeps_nothing(rounds: Rounds) -> None:
    scan = rounds.next_round(rounds.final())
    kept = rounds.opened(scan).answer("beleid.plan")
    save(rounds, scan, Given("beleid.plan", kept.answer, kept.version, "request-1", confirms=True))

    outcome = save(rounds, scan, Given("beleid.plan", kept.answer, 2, "request-2", confirms=True))

    assert outcome.saved == ()
    assert rounds.opened(scan).answer("beleid.plan").version == 2


def test_two_people_who_confirm_the_same_answer_do_not_stand_in_each_others_way(
    rounds: Rounds,
) -> None:
    scan = rounds.next_round(rounds.final())
    kept = rounds.opened(scan).answer("beleid.plan")
    save(rounds, scan, Given("beleid.plan", kept.answer, kept.version, "request-1", confirms=True))

    outcome = save(
        rounds, scan, Given("beleid.plan", kept.answer, kept.version, "request-2", confirms=True)
    )

    assert (outcome.saved, outcome.conflicts) == ((), ())


def test_looking_over_names_what_nobody_confirmed(rounds: Rounds) -> None:
    scan = rounds.next_round(rounds.final())

    with rounds.database.reading() as connection:
        found = review(rounds.actor, connection, rounds.shelf, scan)

    assert "beleid.plan" in [question.id for question in found.unconfirmed]


def test_a_short_round_may_follow_a_whole_one(rounds: Rounds) -> None:
    new = rounds.opened(rounds.next_round(rounds.final(), selection="core"))

    assert list(new.asked) == ["context.opvang", "context.inwoners", "beleid.plan"]


@pytest.mark.parametrize(("edition", "selection"), [("9", None), ("1", "unheard-of")])
def test_a_round_that_does_not_exist_is_refused(
    rounds: Rounds, edition: str, selection: str | None
) -> None:
    old = rounds.final()

    with pytest.raises(NoSuchRound):
        rounds.next_round(old, edition, selection)


def test_a_replaced_scan_begins_no_round(rounds: Rounds) -> None:
    old = rounds.final()
    correction = rounds.finish(rounds.correction(old))

    with pytest.raises(Replaced) as caught:
        rounds.next_round(old)

    assert caught.value.by == correction


def test_a_draft_begins_no_round(rounds: Rounds) -> None:
    """R10."""
    draft = rounds.begin()

    with pytest.raises(NotNow):
        rounds.next_round(draft)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_who_leads_begins_a_round(rounds: Rounds, role: Role) -> None:
    """R26."""
    old, wanted = rounds.final(), NextRound("1", None)

    with pytest.raises(NotAllowed), rounds.database.writing() as connection:
        begin_round(rounds.as_a(role), connection, rounds.shelf, old, wanted, at=NOON)

    assert rounds.shelf.editions(LIST) == ("1", "2")
