"""The page with the agenda of a workshop: its rows, and what its buttons do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.documents.workshop_words import hours
from toolkit.domain.workshop import WorkshopTexts
from toolkit.domain.workshop_agenda import FIRST, LAST
from toolkit.domain.workshop_change import (
    fitted_again,
    left_out,
    point_added,
    point_moved,
    point_removed,
    with_minutes,
)
from toolkit.domain.workshop_plan import Plan, PlannedPhase, PlannedPoint
from toolkit.services.change_plan import Change, own_id
from toolkit.web.forms.plan_form import AgendaForm, field_of


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One point: when it begins and ends, what was typed, and the phases that are told in it."""

    point: PlannedPoint
    begins: str
    ends: str
    field: str
    typed: str
    wrong: str
    phases: tuple[tuple[int, PlannedPhase], ...]


def agenda_rows(plan: Plan, form: AgendaForm) -> tuple[AgendaRow, ...]:
    """Return the rows of a plan, with what the form holds."""
    numbered, before = tuple(enumerate(plan.phases, start=1)), len(plan.first_phases)
    told: Mapping[str, tuple[tuple[int, PlannedPhase], ...]] = {
        FIRST: numbered[:before],
        LAST: numbered[before:],
    }
    return tuple(
        AgendaRow(
            point=row.point,
            begins=row.begins,
            ends=row.ends,
            field=field_of(row.point.id),
            typed=form.typed.get(row.point.id, str(row.point.minutes)),
            wrong=form.faults.get(row.point.id, ""),
            phases=told.get(row.point.id, ()),
        )
        for row in hours(plan)
    )


def pressed(form: AgendaForm, texts: WorkshopTexts, language: str) -> Change | None:
    """Return what the pressed button does with a plan; nothing for a button that is not there.

    Dividing again leaves what was typed; every other button keeps the minutes as they were typed.
    """
    do, _, name = form.written("do").partition(":")
    changes: Mapping[str, Change] = {
        "": lambda plan: plan,
        "up": lambda plan: point_moved(plan, name, -1),
        "down": lambda plan: point_moved(plan, name, 1),
        "remove": lambda plan: point_removed(plan, name, texts),
        "add": lambda plan: point_added(plan, form.point(own_id(), language), texts),
        "back": lambda plan: _put_back(plan, name, texts),
    }
    if do == "fit":
        return lambda plan: fitted_again(plan, form.changed, form.total, texts)
    then = changes.get(do)
    if then is None:
        return None
    return lambda plan: then(with_minutes(plan, form.minutes, form.total))


def _put_back(plan: Plan, name: str, texts: WorkshopTexts) -> Plan:
    point = next((one for one in left_out(plan, texts) if one.id == name), None)
    return plan if point is None else point_added(plan, point, texts)
