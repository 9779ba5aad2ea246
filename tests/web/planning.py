"""What is sent to the pages with the plan of a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from tests.web.held import Holder, seen
from tests.web.pages import Page
from toolkit.domain.workshop_plan import Plan

A_PHASE = {
    "title": "De buurvrouw",
    "story": "De buurvrouw ziet elke nacht licht branden.",
    "discuss": "Wie belt zij?\nWat zegt zij?",
    "minutes": "10",
}


def plan_of(holder: Holder) -> Plan:
    """Return the plan as it is now."""
    return holder.held().plan


def lengths(plan: Plan) -> dict[str, int]:
    """Return the minutes of every point."""
    return {point.id: point.minutes for point in plan.agenda}


def typed(holder: Holder, **minutes: int | str) -> dict[str, str]:
    """Return the form of the agenda as it stands, with other minutes."""
    plan = plan_of(holder)
    known: Mapping[str, object] = {**lengths(plan), "total": plan.minutes, **minutes}
    return {
        **seen(holder),
        **{f"minutes-{name}": str(said) for name, said in known.items()},
    }


def sent_phase(holder: Holder, **texts: str) -> dict[str, str]:
    """Return the form of a phase."""
    return {**A_PHASE, **seen(holder), **texts}


def fields(page: Page) -> dict[str, str]:
    """Return what the fields of a page hold."""
    every = [one.attributes for one in page.all("input") if "name" in one.attributes]
    return {one["name"]: one.get("value", "") for one in every}
