"""Says in words why a workshop is proposed as it is, and how its minutes run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from toolkit.documents.spoken import spoken
from toolkit.domain.answers import State, View
from toolkit.domain.question_types import YES_PARTLY_NO, kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import Mark
from toolkit.domain.workshop_choice import Candidate
from toolkit.domain.workshop_findings import Finding, ThemeChoice, Why
from toolkit.domain.workshop_plan import Plan, PlannedPoint
from toolkit.domain.workshop_table import SeatNeeded
from toolkit.wording import N_, Wording

AN_HOUR = 60
_OPEN = re.compile(r"\[[^\]]+\]")
_SENTENCES = re.compile(r"(?<=[.!?]) +")
BECAUSE = {
    Why.DISPUTED: N_("because you see this differently among yourselves: %(question)s"),
    Why.UNKNOWN: N_("because nobody knew the answer to: %(question)s"),
    None: N_("because of what the cases test, this scored lowest: %(question)s"),
}
FOUND = {
    Why.DISPUTED: N_("seen differently"),
    Why.UNKNOWN: N_("nobody knows"),
    Why.WEAK: N_("answered low"),
    Why.GAP: N_("behind on paper or practice"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One point of the agenda with its hours: from the start, as ``0:15``."""

    begins: str
    ends: str
    point: PlannedPoint


def hours(plan: Plan) -> tuple[Row, ...]:
    """Return the agenda with when each point begins and ends."""
    return tuple(_hours(plan))


def because_of_theme(theme: ThemeChoice, words: Wording) -> str:
    """Return why a theme is proposed: how much was found in it, or what is asked of it."""
    counts = theme.counts
    said = [
        words.plural(
            "you see %(count)s question differently",
            "you see %(count)s questions differently",
            counts[Why.DISPUTED],
        ),
        words.plural(
            "nobody knew %(count)s answer", "nobody knew %(count)s answers", counts[Why.UNKNOWN]
        ),
        words.plural("%(count)s answer is low", "%(count)s answers are low", counts[Why.WEAK]),
        words.plural(
            "%(count)s answer lags behind the other views",
            "%(count)s answers lag behind the other views",
            counts[Why.GAP],
        ),
    ]
    found = [text for text, why in zip(said, Why, strict=True) if counts[why]]
    if found:
        return words("because %(found)s", found=words.joined(found))
    if theme.opening:
        return words.plural(
            "because the room answers %(count)s core question about it",
            "because the room answers %(count)s core questions about it",
            theme.opening,
        )
    return words("because of what is left, this scored lowest")


def because_of_case(chosen: Candidate, words: Wording, *, scanned: bool) -> str:
    """Return why a case is proposed."""
    if chosen.because is None and scanned:
        return words("because nothing that the cases test is low, and this one suits everybody")
    if chosen.because is None:
        return words("because there is no scan yet, and this one suits everybody")
    whys: dict[str, Why | None] = {one.question.id: one.why for one in chosen.tests}
    why = whys.get(chosen.because.id)
    return words(BECAUSE.get(why, BECAUSE[None]), question=in_short(chosen.because, words))


def because_of_seat(one: SeatNeeded, words: Wording) -> str:
    """Return why somebody must be there: roles in the story, questions, or always."""
    said = [words.text(role) for role in one.plays]
    if one.questions:
        said.append(
            words.plural(
                "knows more about %(count)s question",
                "knows more about %(count)s questions",
                len(one.questions),
            )
        )
    return words.joined(said) if said else words("at every workshop")


def plays(one: SeatNeeded, words: Wording) -> str:
    """Return the roles in the story that a chair fills."""
    return words.joined(map(words.text, one.plays))


def why_found(finding: Finding, words: Wording) -> str:
    """Return the few words for why a question is worth the time."""
    return words(FOUND[finding.why])


def in_short(question: Question, words: Wording) -> str:
    """Return what a question is about."""
    short = question.item.in_short
    return words.text(short.agreement if short else question.item.question)


def steps(question: Question, words: Wording) -> tuple[tuple[str, str], ...]:
    """Return what each card means for a question, the lowest first: its number, and its words."""
    values = _values(question)
    kind = kind_of(question)
    points = sorted((kind.points(question, value), value) for value in values)
    return tuple((words.number(number), _said(question, value, words)) for number, value in points)


def _values(question: Question) -> tuple[Decimal, ...] | tuple[str, ...]:
    """Return the answers that are worth points, one by one."""
    item = question.item
    if item.options:
        return tuple(option.id for option in item.options if option.points is not None)
    if item.type == "yes_partly_no":
        return tuple(YES_PARTLY_NO)
    return tuple(level.value for level in question.scale) if item.type == "scale" else ()


def _said(question: Question, value: Decimal | str, words: Wording) -> str:
    own = kind_of(question).labels(question, value)
    return words.text(own[0]) if own else spoken(value, question, words)


def officially(mark: Mark | None, words: Wording) -> str:
    """Return what the municipality answered in the scan, as the cards say it."""
    if mark is None or mark.state in (State.OPEN, State.NOT_APPLICABLE):
        return words("The scan has no answer to this.")
    if mark.state is State.UNKNOWN:
        return words("In the scan nobody knew this.")
    if mark.answer.views:
        sides = (_side(mark, view, words) for view in mark.answer.views)
        return words("In the scan people saw this differently: %(sides)s.", sides="; ".join(sides))
    if mark.answer.value is None:
        return words("In the scan this was not asked, and counts as 0.")
    return words(
        "In the scan the municipality answered %(number)s of %(most)s: %(answer)s",
        number=words.number(mark.points or 0),
        most=words.number(mark.maximum),
        answer=spoken(mark.answer.value, mark.question, words),
    )


def _side(mark: Mark, view: View, words: Wording) -> str:
    points = kind_of(mark.question).points(mark.question, view.value)
    return f"{view.function} {words.number(points)}"


def _hours(plan: Plan) -> Iterator[Row]:
    passed = 0
    for point in plan.agenda:
        begins, passed = passed, passed + point.minutes
        yield Row(_clock(begins), _clock(passed), point)


def _clock(minutes: int) -> str:
    return f"{minutes // AN_HOUR}:{minutes % AN_HOUR:02}"


def ground_rules(text: str, words: Wording) -> tuple[str, ...]:
    """Return the ground rules one by one; whom to talk to is said aloud, and stands nowhere."""
    return tuple(_SENTENCES.split(_OPEN.sub(words("somebody"), text)))
