"""What the page of one action tells beside its form: what happened to it, how to ask after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.documents.words import STATUS
from toolkit.domain.planning import changed
from toolkit.domain.scan import PlannedAction
from toolkit.storage.action_changes import ActionChange
from toolkit.web.days import when
from toolkit.web.forms.action_form import texts_of
from toolkit.web.in_words import function_of
from toolkit.web.letters import GREETING, HELLO, SHORT, Letter
from toolkit.web.parts import parts
from toolkit.wording import N_, Wording

LABELS: Mapping[str, str] = {
    "what": N_("What"),
    "owner": N_("Who"),
    "due": N_("Ready by"),
    "status": N_("Status"),
    "child_notices": N_("How will a child notice?"),
    "note": N_("Explanation"),
    "reason": N_("Why not"),
}
WAS = N_("%(field)s: was “%(before)s”, became “%(after)s”.")
BECAME = N_("%(field)s: became “%(after)s”.")
GONE = N_("%(field)s: was “%(before)s”, is empty now.")
SUBJECT = N_("How does it go?")
AGREED = N_("We agreed on this: “%(what)s”")
READY_BY = N_("It has to be ready by %(day)s.")
HOW_IS_IT = N_("How far is it, and what is still needed?")


@dataclass(frozen=True, slots=True)
class StepSaid:
    """One step of the history in words: when, which function, what became otherwise."""

    when: str
    function: str
    added: bool
    lines: tuple[str, ...]


def steps_said(steps: tuple[ActionChange, ...], words: Wording) -> tuple[StepSaid, ...]:
    """Return the history in words, the last step first."""
    library = parts().library
    return tuple(
        StepSaid(
            when(step.changed),
            function_of(step.function, library, words),
            step.before is None,
            _lines(step, words),
        )
        for step in steps
    )


def shown_texts(action: PlannedAction, words: Wording) -> dict[str, str]:
    """Return what the fields of an action hold, as people read it."""
    due = words.day(action.due) if action.due else ""
    return {**texts_of(action), "due": due, "status": words(STATUS[action.status])}


def reminder(action: PlannedAction, words: Wording) -> Letter:
    """Return the text with which somebody asks how far an action is."""
    due = (words(READY_BY, day=words.day(action.due)),) if action.due else ()
    question = " ".join((*due, words(HOW_IS_IT), words(SHORT)))
    agreed = words(AGREED, what=action.what)
    text = "\n\n".join((words(HELLO), agreed, question, words(GREETING)))
    return Letter(words(SUBJECT), text)


def _lines(step: ActionChange, words: Wording) -> tuple[str, ...]:
    if step.before is None:
        return ()
    before, after = shown_texts(step.before, words), shown_texts(step.after, words)
    names = (name for name in changed(step.before, step.after) if name in LABELS)
    return tuple(_line(words(LABELS[name]), before[name], after[name], words) for name in names)


def _line(field: str, before: str, after: str, words: Wording) -> str:
    if not before:
        return words(BECAME, field=field, after=after)
    if not after:
        return words(GONE, field=field, before=before)
    return words(WAS, field=field, before=before, after=after)
