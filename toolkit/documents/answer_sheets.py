"""Puts the questions and answers of a scan in a workbook, a sheet a theme, to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from toolkit.documents.spoken import spoken
from toolkit.documents.xlsx import Cell, Column, Table
from toolkit.domain.answers import OPEN, Answer, Answers, State
from toolkit.domain.filled_in import print_of
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.raw_answers import Raw, named, written
from toolkit.wording import N_, Wording, capitalise

ANSWER = N_("Answer")
UNKNOWN = N_("I do not know")
NOT_APPLICABLE = N_("Does not apply here")
DISPUTED = N_("Disputed")
ID, PRINT = 5, 6
"""Which columns hold what nobody fills in: the id of the question, the print of its answer."""
HEADS = ("id", "print")


def answer_tables(
    questionnaire: Questionnaire, answers: Answers, questions: Sequence[Question], words: Wording
) -> tuple[Table, ...]:
    """Return the sheets with these questions and what is answered so far, a theme each."""
    return tuple(_tables(questionnaire, answers, questions, words))


def choices(question: Question, words: Wording) -> Mapping[str, Raw]:
    """Return what may be chosen, in words, with the raw answer that each stands for.

    Empty for a question that is answered in one's own words or with a number or day.
    """
    found: dict[str, Raw] = {}
    for value in kind_of(question).values(question):
        if not (isinstance(value, tuple) and len(value) > 1):
            raw = written(value)
            said = capitalise(spoken(value, question, words))
            if isinstance(value, Decimal):
                said = f"{named(value)} – {said}"
            name = raw if isinstance(raw, str) else raw[0]
            found[f"{said} ({name})" if said in found else said] = name
    return found


def _tables(
    questionnaire: Questionnaire, answers: Answers, questions: Sequence[Question], words: Wording
) -> Iterator[Table]:
    titles = {theme.id: words.text(theme.title) for theme in questionnaire.themes}
    places = (None, *titles)
    number = 0
    for place in places:
        rows = [question for question in questions if question.theme == place]
        if rows:
            number += 1
            title = titles[place] if place else words("To begin with")
            yield _table(f"{number} {title}", rows, answers, words)


def _table(name: str, questions: Sequence[Question], answers: Answers, words: Wording) -> Table:
    rows = tuple(_row(one, answers.get(one.id, OPEN), words) for one in questions)
    offered = {
        (number, 1): (*choices(one, words), *_besides(one, words))
        for number, one in enumerate(questions)
        if one.item.type != "multi_choice" and not kind_of(one).endless
    }
    columns = (
        Column(words("Question"), 50),
        Column(words(ANSWER), 45, filled_in=True),
        Column(words("If it does not apply: why not"), 30, filled_in=True),
        Column(words("Note"), 40, filled_in=True),
        Column(words("What you can fill in"), 50),
        Column(HEADS[0], 10, hidden=True),
        Column(HEADS[1], 10, hidden=True),
    )
    return Table(name, columns, rows, offered)


def _besides(question: Question, words: Wording) -> tuple[str, ...]:
    may_not = (words(NOT_APPLICABLE),) if question.item.not_applicable else ()
    return (words(UNKNOWN), *may_not)


def _row(question: Question, answer: Answer, words: Wording) -> tuple[Cell, ...]:
    asked = words.text(question.item.question)
    told = answer_cell(question, answer, words)
    own = (question.id, print_of(answer))
    return (asked, told, answer.reason or None, answer.note or None, _help(question, words), *own)


def answer_cell(question: Question, answer: Answer, words: Wording) -> Cell:
    """Return what stands in the cell for an answer."""
    if answer.views:
        return words(DISPUTED)
    if answer.state is State.UNKNOWN:
        return words(UNKNOWN)
    if answer.state is State.NOT_APPLICABLE:
        return words(NOT_APPLICABLE)
    value = answer.value
    if value is None:
        return None
    raw = written(value)
    said = {name: text for text, name in choices(question, words).items()}
    if not said:
        return value if isinstance(value, Decimal | date) else str(value)
    chosen = raw if isinstance(raw, tuple) else (raw,)
    return "\n".join(said[name] for name in chosen)


def _help(question: Question, words: Wording) -> str:
    besides = "; ".join(_besides(question, words))
    kind = question.item.type
    if kind == "multi_choice":
        several = words("One or more of these, each on a line of its own:")
        return "\n".join((several, *choices(question, words), besides))
    if kind == "number":
        return words("A number, or: %(besides)s", besides=besides)
    if kind == "date":
        return words("A day, such as 2026-12-31, or: %(besides)s", besides=besides)
    if kind == "text":
        return words("Your own words, or: %(besides)s", besides=besides)
    return words("Choose from the list in the cell.")
