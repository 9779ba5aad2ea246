"""Says of a workshop what its pages say: why it is proposed so, who is there, what is still to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import url_for

from toolkit.documents import workshop_words as said
from toolkit.domain.questionnaire import Question
from toolkit.domain.workshop import Scenario
from toolkit.domain.workshop_choice import Candidate
from toolkit.domain.workshop_plan import Consent, Plan
from toolkit.domain.workshop_route import RouteLine, route_card
from toolkit.domain.workshop_table import Table
from toolkit.services.open_workshop import Held, open_workshop
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.parts import parts
from toolkit.wording import N_, Wording

FEW = 3
CONSENT: tuple[tuple[Consent, str], ...] = (
    ("not_asked", N_("Not yet put to them")),
    ("agreed", N_("They agree")),
    ("adapt", N_("They ask for changes")),
    ("other_story", N_("They ask for another story")),
)


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that is still to do, and where."""

    text: str
    where: str


def held_by_me(workshop_id: str) -> Held:
    """Return a workshop of whoever asks; raise `NotFound` for every other."""
    known = parts()
    return open_workshop(visit.actor(), visit.reading(), known.shelf, known.library, workshop_id)


@contextmanager
def held_to_write(workshop_id: str) -> Iterator[Held]:
    """Give the same in one transaction, to write in it; raise `NotFound`."""
    actor, known = visit.actor(), parts()
    with visit.writing() as connection:
        yield open_workshop(actor, connection, known.shelf, known.library, workshop_id)


def around_workshop(held: Held) -> dict[str, object]:
    """Return what every page of a workshop has around it."""
    return {
        "held": held,
        "plan": held.plan,
        "heading": heading(held, visit.words()),
        "municipality": held.plan.municipality,
        "fictional": held.plan.fictional,
        "library": parts().library,
    }


def heading(held: Held, words: Wording) -> str:
    """Return what a workshop is called: by its day, else by its municipality."""
    day = held.kept.day
    about = words.weekday(day) if day else held.plan.municipality
    return words("Proposal for %(about)s", about=about)


def reasons(held: Held, words: Wording) -> dict[str, object]:
    """Return why a workshop is proposed as it is; raises what its proposal raises."""
    scanned = held.outcome is not None
    otherwise = held.library.workshop.otherwise

    def because_of_case(one: Candidate) -> str:
        if one.because is None and one.scenario.id != otherwise:
            return words("chosen by you")
        return said.because_of_case(one, words, scanned=scanned)

    def whom(question: Question) -> str:
        asked = question.item.who[:1]
        return words.joined(words.text(held.library.role(name).label) for name in asked)

    return {
        "proposal": held.proposal,
        "because_of_theme": lambda theme: said.because_of_theme(theme, words),
        "because_of_case": because_of_case,
        "because_of_seat": lambda one: said.because_of_seat(one, words),
        "ended": ended,
        "why_found": lambda one: said.why_found(one, words),
        "in_short": lambda question: said.in_short(question, words),
        "whom": whom,
        "hours": said.hours(held.plan),
        "chairs": chairs(held.proposal.table, held.plan.coming, words),
        "dead_ends": dead_ends(held),
        "unasked": unasked(held),
        "to_do": tuple(to_do(held, words)),
        "consents": tuple((value, words(label)) for value, label in CONSENT),
        "cases": cases_to_take(held.proposal.chosen, held.proposal.others, words),
    }


def ended(sentence: str) -> str:
    """Return a sentence with its full stop, unless it ends with a sign already."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def chairs(table: Table, coming: Collection[str], words: Wording) -> str:
    """Return how many chairs are taken, and who is missing when those are few."""
    missing = [words.text(one.seat.label) for one in table.missing(coming)]
    total = len(table.seats)
    taken = words.plural(
        "In the room: %(taken)s of the %(count)s chair taken",
        "In the room: %(taken)s of the %(count)s chairs taken",
        total,
        taken=words.number(total - len(missing)),
    )
    if not 0 < len(missing) <= FEW:
        return f"{taken}."
    who = words.joined(missing)
    lacks = words.plural("%(who)s is missing", "%(who)s are missing", len(missing), who=who)
    return f"{taken}; {lacks}."


def dead_ends(held: Held) -> tuple[RouteLine, ...]:
    """Return the lines of the card “wie belt wie” by which somebody gets no further."""
    card = route_card(held.plan, held.library, held.kept.day or today())
    return tuple(line for line in card if line.dead_end)


def unasked(held: Held) -> tuple[Scenario, ...]:
    """Return the cases of which nobody said yet whether they resemble something known here."""
    return tuple(case for case in held.cases if case.id not in held.said_known)


def cases_to_take(
    chosen: Candidate | None, others: tuple[Candidate, ...], words: Wording
) -> tuple[tuple[str, str], ...]:
    """Return the cases to choose from: the one that is told first."""
    rows = (*((chosen,) if chosen else ()), *others)
    return tuple((one.scenario.id, case_name(one.scenario, words)) for one in rows)


def case_name(case: Scenario, words: Wording) -> str:
    """Return what a case is called, with what it is about."""
    return f"{words.text(case.title)} ({words.text(case.form)})"


def to_do(held: Held, words: Wording) -> Iterator[ToDo]:
    """Yield what is still to do before the day."""
    here = held.id
    if held.kept.day is None:
        yield ToDo(words("Choose a day."), "#day")
    open_cases = len(unasked(held))
    if open_cases:
        where = known_at(held)
        yield ToDo(
            words.plural(
                "Ask of %(count)s case whether it resembles something known here.",
                "Ask of %(count)s cases whether they resemble something known here.",
                open_cases,
            ),
            where,
        )
    if not held.plan.agreed:
        yield ToDo(_of_consent(held.plan, words), "#organisation")
    dead = len(dead_ends(held))
    if dead:
        yield ToDo(
            words.plural(
                "The card “who calls whom” still has %(count)s dead end.",
                "The card “who calls whom” still has %(count)s dead ends.",
                dead,
            ),
            url_for("workshop_plan.route", workshop_id=here),
        )


def known_at(held: Held) -> str:
    """Return where it is said which cases resemble something known."""
    if held.scan is None:
        return "#known"
    return url_for("known_cases.show", scan_id=held.scan.id)


def _of_consent(plan: Plan, words: Wording) -> str:
    if plan.consent == "adapt":
        return words("Change what the supporting organisation asked, and put it to them again.")
    if plan.consent == "other_story":
        return words("Choose another story, and put it to the supporting organisation.")
    return words("Put it to the supporting organisation.")
