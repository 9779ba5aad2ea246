"""Actions: their order, colleagues, and who may plan."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.storage.kept import NOON, SHELF, Kept, kept_in
from toolkit.domain.access import NotAllowed, Role
from toolkit.domain.planning import changed
from toolkit.domain.scan import ActionStatus, PlannedAction
from toolkit.services.plan_action import (
    ActionChanged,
    ActionLacks,
    Plan,
    add_action,
    change_action,
    history,
    move_action,
    open_plan,
    remove_action,
)
from toolkit.storage.action_changes import ActionChange
from toolkit.storage.assessments import NotFound
from toolkit.storage.surroundings import KeptAction


def add(kept: Kept, what: str) -> str:
    with kept.database.writing() as connection:
        return add_action(kept.actor, connection, SHELF, kept.scan, PlannedAction(what), at=NOON)


def change(kept: Kept, name: str, what: str, seen: int = 1) -> None:
    changed = KeptAction(name, None, seen, PlannedAction(what))
    with kept.database.writing() as connection:
        change_action(kept.actor, connection, SHELF, kept.scan, changed, at=NOON)


def remove(kept: Kept, name: str, seen: int = 1) -> None:
    with kept.database.writing() as connection:
        remove_action(kept.actor, connection, SHELF, kept.scan, name, seen=seen, at=NOON)


def move(kept: Kept, name: str, by: int) -> None:
    with kept.database.writing() as connection:
        move_action(kept.actor, connection, SHELF, kept.scan, name, by=by)


def plan(kept: Kept) -> Plan:
    with kept.database.reading() as connection:
        return open_plan(kept.actor, connection, SHELF, kept.scan)


def steps_of(kept: Kept, name: str) -> tuple[ActionChange, ...]:
    with kept.database.reading() as connection:
        return history(connection, plan(kept), name)


def order(kept: Kept) -> list[str]:
    return [row.action.what for row in plan(kept).actions]


def test_a_new_action_stands_below_the_others_also_after_one_was_removed(kept: Kept) -> None:
    names = [add(kept, what) for what in ("een", "twee", "drie")]
    remove(kept, names[0])

    add(kept, "vier")

    assert order(kept) == ["twee", "drie", "vier"]


@pytest.mark.parametrize(
    ("which", "by", "order_now"),
    [
        (1, -1, ["twee", "een", "drie"]),
        (1, 1, ["een", "drie", "twee"]),
        (0, -1, ["een", "twee", "drie"]),
        (2, 1, ["een", "twee", "drie"]),
    ],
)
def test_an_action_moves_one_place(kept: Kept, which: int, by: int, order_now: list[str]) -> None:
    names = [add(kept, what) for what in ("een", "twee", "drie")]

    move(kept, names[which], by)

    assert order(kept) == order_now


def test_moving_an_action_is_no_change_of_its_words(kept: Kept) -> None:
    first, _ = add(kept, "een"), add(kept, "twee")
    move(kept, first, 1)

    change(kept, first, "eerst")

    assert order(kept) == ["twee", "eerst"]


def test_an_action_sent_twice_is_kept_once(kept: Kept) -> None:
    """T97."""
    assert add(kept, "een") == add(kept, "een")
    assert order(kept) == ["een"]


def test_nobody_writes_over_an_action_that_they_have_not_seen(kept: Kept) -> None:
    """T24."""
    name = add(kept, "een")
    change(kept, name, "van een collega")

    with pytest.raises(ActionChanged) as caught:
        change(kept, name, "van mij")

    assert caught.value.theirs.action.what == "van een collega"
    assert order(kept) == ["van een collega"]


def test_nobody_removes_an_action_that_they_have_not_seen(kept: Kept) -> None:
    """T24."""
    name = add(kept, "een")
    change(kept, name, "van een collega")

    with pytest.raises(ActionChanged):
        remove(kept, name)


def test_every_step_is_kept_with_who_and_when(kept: Kept) -> None:
    """R12: nothing of an action changes without a step of its history."""
    name = add(kept, "een")
    change(kept, name, "twee")
    change(kept, name, "twee", seen=2)

    steps = steps_of(kept, name)

    assert [(step.version, changed(step.before, step.after)) for step in steps] == [
        (2, ("what",)),
        (1, ("what",)),
    ]
    assert [step.after.what for step in steps] == ["twee", "een"]
    assert {step.changed for step in steps} == {NOON}


def test_a_step_gives_back_the_whole_action(kept: Kept) -> None:
    """R12."""
    whole = PlannedAction(
        "een", "jeugd", NOON.date(), "dropped", ("gov.route",), "niets", "n", "te duur"
    )

    with kept.database.writing() as connection:
        name = add_action(kept.actor, connection, SHELF, kept.scan, whole, at=NOON)

    assert [step.after for step in steps_of(kept, name)] == [whole]


@pytest.mark.parametrize(("status", "lacks"), [("dropped", "reason"), ("done", "child_notices")])
def test_an_action_is_over_only_with_the_word_that_belongs_to_it(
    kept: Kept, status: ActionStatus, lacks: str
) -> None:
    over = KeptAction(add(kept, "een"), None, 1, PlannedAction("een", status=status))

    with pytest.raises(ActionLacks) as caught, kept.database.writing() as connection:
        change_action(kept.actor, connection, SHELF, kept.scan, over, at=NOON)

    assert caught.value.fields == (lacks,)
    assert len(steps_of(kept, over.id)) == 1


@pytest.mark.parametrize("do", [remove, lambda kept, name: move(kept, name, 1)])
def test_an_action_of_another_scan_is_out_of_reach(
    kept: Kept, do: Callable[[Kept, str], None]
) -> None:
    """T3."""
    name = add(kept_in(kept.database), "van een ander")

    with pytest.raises(NotFound):
        do(kept, name)


def test_a_contributor_plans_nothing(kept: Kept) -> None:
    """R26."""
    roles = dict.fromkeys(kept.actor.municipalities, Role.CONTRIBUTOR)

    with pytest.raises(NotAllowed):
        add(replace(kept, actor=replace(kept.actor, roles=roles)), "een")
