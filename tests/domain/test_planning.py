"""What can be said of actions on a day."""

from datetime import date

import pytest

from toolkit.domain.planning import Sieve, changed, lacking, late, near, touched
from toolkit.domain.scan import ActionStatus, PlannedAction

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("due", "status", "said"),
    [
        (date(2026, 11, 19), "decided", (True, True)),
        (date(2026, 11, 20), "decided", (False, True)),
        (date(2026, 12, 4), "proposed", (False, True)),
        (date(2026, 12, 5), "busy", (False, False)),
        (date(2026, 11, 19), "done", (False, False)),
        (date(2026, 11, 19), "dropped", (False, False)),
        (None, "busy", (False, False)),
    ],
)
def test_an_action_is_late_after_its_day_and_near_two_weeks_before(
    due: date | None, status: ActionStatus, said: tuple[bool, bool]
) -> None:
    action = PlannedAction("x", due=due, status=status)

    assert (late(action, TODAY), near(action, TODAY)) == said


def test_actions_touch_a_missing_point_once_and_what_was_dropped_touches_nothing() -> None:
    actions = (
        PlannedAction("x", items=("a", "b")),
        PlannedAction("y", items=("a", "z"), status="done"),
        PlannedAction("z", items=("c",), status="dropped"),
    )

    assert touched(actions, frozenset(("a", "b", "c"))) == 2


@pytest.mark.parametrize(
    ("action", "lacks"),
    [
        (PlannedAction("x"), ()),
        (PlannedAction("x", status="dropped"), ("reason",)),
        (PlannedAction("x", status="dropped", reason="te duur"), ()),
        (PlannedAction("x", status="done"), ("child_notices",)),
        (PlannedAction("x", status="done", child_notices="ja"), ()),
    ],
)
def test_what_is_over_has_a_word_that_belongs_to_it(
    action: PlannedAction, lacks: tuple[str, ...]
) -> None:
    assert lacking(action) == lacks


@pytest.mark.parametrize(
    ("sieve", "through"),
    [
        (Sieve(), True),
        (Sieve(status="busy"), True),
        (Sieve(status="done"), False),
        (Sieve(owner="jeugd"), True),
        (Sieve(owner="politie"), False),
        (Sieve(theme="gov"), True),
        (Sieve(theme="care"), False),
        (Sieve(late=True), True),
        (Sieve(status="busy", theme="care"), False),
    ],
)
def test_a_sieve_lets_through_what_is_asked(sieve: Sieve, *, through: bool) -> None:
    action = PlannedAction("x", "jeugd", date(2026, 11, 1), "busy", ("gov.route",))

    assert sieve.lets_through(action, {"gov.route": "gov"}, TODAY) is through


def test_what_changed_is_named_by_field() -> None:
    before, after = PlannedAction("x", note="n"), PlannedAction("x", status="busy", due=TODAY)

    assert changed(before, after) == ("due", "status", "note")
    assert changed(None, after) == ("what", "due")
