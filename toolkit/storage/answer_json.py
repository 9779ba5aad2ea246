"""An answer as it is kept: its value in the words of a file, so that the question reads it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, Table, Text, cast

from toolkit.domain.answers import Answer, State, Value, View
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import written
from toolkit.storage.kinds import Json, from_json

Raw = str | list[str]
Columns = tuple[str, str | None, str | None, str, str, str | None, bool, bool]
"""What `columns_of` gives of one row."""
_NAMES = ("state", "value", "views", "reason", "note", "evidence", "regional", "left_open")


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


def columns_of(table: Table) -> Iterator[ColumnElement[object]]:
    """Yield the columns that `answer_in` reads, JSON as text: most of it needs no parser."""
    for name in _NAMES:
        column = table.c[name]
        yield cast(column, Text) if isinstance(column.type, Json) else column


def answer_in(columns: Columns, question: Question) -> Answer:
    """Return the answer in a row; raise `NotAnAnswer` if the question cannot take it."""
    state, value, views, reason, note, evidence, regional, left_open = columns
    given = from_json(value)
    return Answer(
        State(state),
        value=None if given is None else _value(given, question),
        views=_views(from_json(views), question),
        reason=reason,
        note=note,
        evidence=_lines(from_json(evidence)),
        regional=regional,
        left_open=left_open,
    )


def answer_from(kept: Mapping[str, object], question: Question) -> Answer:
    """Return the answer of `kept`; raise `NotAnAnswer` if the question cannot take it."""
    value = kept["value"]
    return Answer(
        State(str(kept["state"])),
        value=None if value is None else _value(value, question),
        views=_views(kept["views"], question),
        reason=str(kept["reason"]),
        note=str(kept["note"]),
        evidence=_lines(kept["evidence"]),
        regional=bool(kept["regional"]),
        left_open=bool(kept["left_open"]),
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


def _lines(value: object) -> tuple[str, ...]:
    return tuple(map(str, _list(value))) if value else ()


def _views(value: object, question: Question) -> tuple[View, ...]:
    if not value:
        return ()
    rows = (row for row in _list(value) if isinstance(row, Mapping))
    return tuple(
        View(_value(row["value"], question), str(row["function"]), str(row["reason"]))
        for row in rows
    )
