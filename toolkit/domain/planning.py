"""What can be said of actions on a day: which are late, what they lack, what they touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from toolkit.domain.comparison import earlier_id
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import ActionStatus, PlannedAction

OPEN: tuple[ActionStatus, ...] = ("proposed", "decided", "busy")
"""What an action is that still asks something of somebody."""
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which actions somebody wants to see; what is empty lets everything through."""

    status: str = ""
    owner: str = ""
    theme: str = ""
    late: bool = False

    def lets_through(
        self, action: PlannedAction, themes: Mapping[str, str | None], today: date
    ) -> bool:
        """Return whether an action is wanted; ``themes`` is the theme of each question."""
        return (
            self.status in ("", action.status)
            and self.owner in ("", action.owner)
            and (not self.theme or self.theme in map(themes.get, action.items))
            and (not self.late or late(action, today))
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is asked of the actions."""
        return self != Sieve()


def late(action: PlannedAction, today: date) -> bool:
    """Return whether an action should have been ready before this day, and is not."""
    return action.status in OPEN and action.due is not None and action.due < today


def near(action: PlannedAction, today: date) -> bool:
    """Return whether an action is late, or has to be ready within two weeks."""
    return action.status in OPEN and action.due is not None and action.due <= today + SOON


def lacking(action: PlannedAction) -> tuple[str, ...]:
    """Return which fields an action with this status still has to have.

    What is dropped says why; what is ready says how a child notices.
    """
    wanted = {"dropped": ("reason",), "done": ("child_notices",)}.get(action.status, ())
    return tuple(name for name in wanted if not getattr(action, name))


def changed(before: PlannedAction | None, after: PlannedAction) -> tuple[str, ...]:
    """Return the fields that differ; of a new action those that say something."""
    known = before or PlannedAction("", status=after.status)
    return tuple(
        field.name
        for field in fields(PlannedAction)
        if getattr(known, field.name) != getattr(after, field.name)
    )


def touched(actions: Iterable[PlannedAction], missing: frozenset[str]) -> int:
    """Return how many of the questions where something is missing an action is about.

    What was dropped touches nothing.
    """
    about = {item for action in actions if action.status != "dropped" for item in action.items}
    return len(about & missing)


def goes_along(
    action: PlannedAction, old: Questionnaire, new: Questionnaire
) -> PlannedAction | None:
    """Return an action as the next round has it, by the ids of its edition; ``None`` once it is over."""
    return renamed(action, old, new) if action.status in OPEN else None


def renamed(action: PlannedAction, old: Questionnaire, new: Questionnaire) -> PlannedAction:
    """Return an action about the questions of a newer edition, as far as that asks them."""
    found = {earlier_id(question, old.questions): name for name, question in new.questions.items()}
    return replace(action, items=tuple(found[item] for item in action.items if item in found))
