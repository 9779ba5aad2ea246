"""An answer as it is kept: its value in the words of a file, so that the question reads it again."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import RowMapping

from toolkit.domain.answers import Answer, State, Value, View
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import written

Kept = Mapping[str, object] | RowMapping
Raw = str | list[str]


def kept(answer: Answer) -> dict[str, object]:
    """Return the columns, or the keys, in which an answer is kept."""
    return {
        "state": answer.state.value,
        "value": None if answer.value is None else raw(answer.value),
        "views": [
            {"value": raw(view.value), "function": view.function, "reason": view.reason}
            for view in answer.views
        ],
        "reason": answer.reason,
        "note": answer.note,
        "evidence": list(answer.evidence),
        "regional": answer.regional,
        "left_open": answer.left_open,
    }


def answer_from(row: Kept, question: Question) -> Answer:
    """Return the answer that was kept; raise `NotAnAnswer` if the question cannot take it."""
    value = row["value"]
    return Answer(
        State(str(row["state"])),
        value=None if value is None else _value(value, question),
        views=_views(row["views"], question) if row["views"] else (),
        reason=str(row["reason"]),
        note=str(row["note"]),
        evidence=tuple(map(str, _list(row["evidence"]))),
        regional=bool(row["regional"]),
        left_open=bool(row["left_open"]),
    )


def raw(value: Value) -> Raw:
    """Return a value as it is written in a file."""
    words = written(value)
    return words if isinstance(words, str) else list(words)


def _value(given: object, question: Question) -> Value:
    text = tuple(str(part) for part in given) if isinstance(given, list) else str(given)
    return kind_of(question).parse(question, text)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _views(value: object, question: Question) -> tuple[View, ...]:
    rows = (row for row in _list(value) if isinstance(row, Mapping))
    return tuple(
        View(_value(row["value"], question), str(row["function"]), str(row["reason"]))
        for row in rows
    )
