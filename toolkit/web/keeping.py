"""Takes what was sent about questions to the services, and tells what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.access import Action
from toolkit.domain.find_out import to_pass_on
from toolkit.domain.questionnaire import Question
from toolkit.services.disagree import both_sides
from toolkit.services.open_scan import Opened
from toolkit.services.pass_on import pass_on
from toolkit.services.save_answer import Given, NoSuchQuestion, as_seen
from toolkit.services.save_answers import SavedPage, save_answers
from toolkit.storage.answers import KeptAnswer
from toolkit.web import guard, visit
from toolkit.web.forms.answer_form import NOBODY, AnswerForm
from toolkit.web.forms.disagreement_form import said_by
from toolkit.web.guard import Found
from toolkit.web.pages import say
from toolkit.web.parts import parts


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of what was sent about one question.

    ``given`` went to be kept, and ``version`` is that of this very answer, whatever a colleague
    answered since. Otherwise ``theirs`` came in between, or ``found`` has to be
    looked at first, or the form holds what is wrong; or somebody let go of what they wrote.
    """

    form: AnswerForm
    given: Given | None = None
    version: int = 0
    theirs: KeptAnswer | None = None
    found: Found | None = None

    @property
    def status(self) -> int:
        """The status of an answer that says this."""
        if self.theirs is not None:
            return 409
        kept = self.given is not None and not self.form.ask.errors
        return 200 if kept or self.form.let_go else 422


FROM = {
    "theme": "answering.theme",
    "item": "answering.item",
    "meeting": "answering.meeting",
    "mine": "mine.item",
}
"""From which pages of questions people go to the page of a disagreement."""
Turns = Mapping[str, Turn]
NOTHING_SENT: Turns = {}


def keep(
    scan: Opened, questions: tuple[Question, ...], *, beside: visit.Write | None = None
) -> tuple[Opened, Turns]:
    """Keep the answers in the form that was sent; return the scan with them.

    Says of each question in the form what became of it. Raises what the services raise, also for
    a form in which nothing can be kept; a refusal over one question keeps no other from being
    saved. ``beside`` is written in the same transaction.
    """
    turns: dict[str, Turn] = {}
    for question in questions:
        form = AnswerForm.of(question, request.form)
        if form.was_sent:
            turns[question.id] = _turn(scan, question, form)
    given = tuple(turn.given for turn in turns.values() if turn.given is not None)
    asked = tuple(_passed_on(scan, turns))
    if not given and not asked and beside is None:
        scan.require(Action.ANSWER)
        return scan, turns
    outcome = _write(scan, given, asked, beside)
    versions = {saved.item: saved.kept.version for saved in outcome.saved}
    theirs = {conflict.given.item: conflict.theirs for conflict in outcome.conflicts}
    kept = {saved.item: saved.kept for saved in outcome.saved if not saved.repeated}
    return scan.having({**kept, **theirs}), {
        name: replace(turn, given=None, theirs=theirs[name])
        if name in theirs
        else replace(turn, version=versions.get(name, turn.form.of_page))
        for name, turn in turns.items()
    }


def unsent(questions: tuple[Question, ...]) -> Turns:
    """Return what was sent about these questions, of which nothing was kept."""
    forms = {one.id: AnswerForm.of(one, request.form) for one in questions}
    return {name: Turn(form) for name, form in forms.items() if form.was_sent}


def status_of(turns: Turns) -> int:
    """Return the status of a page that shows all of this: 200 when nothing was refused."""
    every = {turn.status for turn in turns.values()}
    return next((status for status in (409, 422) if status in every), 200)


def say_passed(turns: Turns) -> str:
    """Say to whom a question was passed on, if that was asked; return which question it is."""
    name = next((name for name, turn in turns.items() if turn.form.passes), "")
    if name:
        words, chosen = visit.words(), turns[name].form.ask.data or ""
        role = parts().library.roles_by_id.get(chosen)
        who = words.text(role.label) if role is not None else ""
        say(words("Passed on to: %(who)s.", who=who))
    return name


def confirmed(turns: Turns) -> str:
    """Return the question of which somebody said that its answer of the last round still holds."""
    return next((name for name, turn in turns.items() if turn.form.confirms), "")


def to_two_sides(scan: Opened, turns: Turns, way: str) -> ResponseReturnValue | None:
    """Lead to the page of a disagreement, when somebody asked for that; ``way`` is in `FROM`."""
    name = next((name for name, turn in turns.items() if turn.form.two_sided), None)
    if name is None:
        return None
    scan_id = scan.assessment.id
    return redirect(url_for("disagreement.show", scan_id=scan_id, item=name, way=way), 303)


def _turn(scan: Opened, question: Question, form: AnswerForm) -> Turn:
    if form.let_go:
        return Turn(form)
    before = scan.answer(question.id).answer
    answer = form.read(question, before, visit.words())
    if answer is None:
        return Turn(form)
    if form.differ.data:
        said = said_by(parts().library, visit.words())
        answer = both_sides(visit.reading(), scan, question, answer, said)
    found = guard.look(answer, before, parts().library)
    if found is not None and answer != as_seen(visit.reading(), scan, question, form.seen):
        found = found.unless_kept(form.sure.data)
        if found is not None:
            return Turn(form, found=found)
    return Turn(form, Given(question.id, answer, form.seen, form.request, form.confirms))


def _passed_on(scan: Opened, turns: Turns) -> Iterator[tuple[str, str]]:
    """Return the questions to pass on, each with the role that might know."""
    for name, turn in turns.items():
        form, state = turn.form, turn.given.answer.state if turn.given is not None else None
        if form.passes and not form.ask.data:
            form.ask.errors = (visit.words()(NOBODY),)
        role = to_pass_on(state, form.ask.data or "", pressed=form.passes)
        if role in parts().library.roles_by_id and name in scan.asked:
            yield name, role


def _write(
    scan: Opened,
    given: tuple[Given, ...],
    asked: tuple[tuple[str, str], ...],
    beside: visit.Write | None,
) -> SavedPage:
    actor, shelf, scan_id, at = scan.actor, parts().shelf, scan.assessment.id, visit.now()
    try:
        with visit.writing() as connection:
            if beside is not None:
                beside(connection)
            outcome = save_answers(actor, connection, shelf, scan_id, given, at=at)
            for one in asked:
                pass_on(actor, connection, shelf, scan_id, one, at=at)
    except NoSuchQuestion:
        raise NotFound from None
    return outcome
