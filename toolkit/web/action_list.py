"""The list of actions as somebody wants to see it: which ones, in which order, how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.domain.planning import Sieve, late
from toolkit.domain.questionnaire import Group
from toolkit.services.plan_action import Plan
from toolkit.storage.surroundings import KeptAction
from toolkit.web.forms.rules import STATUSES

OWN_ORDER, YES = "own", "yes"


@dataclass(frozen=True, slots=True)
class ActionList:
    """The actions that are shown, with what can be chosen from and how many there are of each."""

    shown: tuple[KeptAction, ...]
    sieve: Sieve
    own_order: bool
    late: frozenset[str]
    counts: Mapping[str, int]
    owners: tuple[str, ...]
    themes: tuple[Group, ...]

    @property
    def owner_options(self) -> tuple[tuple[str, str], ...]:
        """The owners as a list to choose from."""
        return tuple((owner, owner) for owner in self.owners)


def action_list(known: Plan, asked: Mapping[str, str], today: date) -> ActionList:
    """Return the list; what is asked and not offered narrows nothing."""
    actions, questions = known.actions, known.scan.questionnaire.questions
    theme_of = {name: question.theme for name, question in questions.items()}
    about = {theme_of.get(item) for kept in actions for item in kept.action.items}
    themes = tuple(one for one in known.scan.questionnaire.themes if one.id in about)
    owners = tuple(sorted({kept.action.owner for kept in actions} - {""}, key=str.casefold))
    sieve = Sieve(
        _one_of(asked.get("status"), STATUSES),
        _one_of(asked.get("owner"), owners),
        _one_of(asked.get("theme"), tuple(theme.id for theme in themes)),
        late=asked.get("late") == YES,
    )
    own_order = asked.get("order") == OWN_ORDER
    found = [kept for kept in actions if sieve.lets_through(kept.action, theme_of, today)]
    return ActionList(
        tuple(found if own_order else sorted(found, key=_by_day)),
        sieve,
        own_order,
        frozenset(kept.id for kept in actions if late(kept.action, today)),
        Counter(kept.action.status for kept in actions),
        owners,
        themes,
    )


def _one_of(wanted: str | None, offered: tuple[str, ...]) -> str:
    return wanted if wanted in offered and wanted is not None else ""


def _by_day(kept: KeptAction) -> tuple[bool, date]:
    """Return what puts the first day first, and what has no day last."""
    return kept.action.due is None, kept.action.due or date.max
