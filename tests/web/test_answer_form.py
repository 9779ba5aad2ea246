"""A form takes an answer as people write it; files stay as strict as they are."""

from datetime import date
from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict

from tests.builders import a_question
from toolkit.domain.answers import OPEN, Value
from toolkit.domain.question_types import kind_of
from toolkit.domain.raw_answers import NotAnAnswer
from toolkit.web.forms.answer_form import AnswerForm
from toolkit.wording import wording

DUTCH = wording("nl")
MARCH = date(2025, 3, 18)


def sent(kind: str, value: str) -> tuple[Value | None, tuple[str, ...]]:
    """Return what a form makes of one value, and what it complains of."""
    question = a_question(type=kind, dimension=None)
    stamps = {"item-version": "0", "item-request_id": "request-12345"}
    form = AnswerForm.of(question, MultiDict({"item-value": value, **stamps}))
    answer = form.read(question, OPEN, DUTCH)
    return answer.value if answer else None, tuple(form.value.errors)


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("date", "2025-03-18", MARCH),
        ("date", "18-3-2025", MARCH),
        ("date", " 18/03/2025 ", MARCH),
        ("date", "18.3.2025", MARCH),
        ("number", "48.000", Decimal(48000)),
    ],
)
def test_an_answer_is_taken_as_people_write_it(kind: str, written: str, value: Value) -> None:
    assert sent(kind, written) == (value, ())


@pytest.mark.parametrize("written", ["30-2-2025", "18-3-25", "2025-18-03", "18 maart", "٣-3-2025"])
def test_a_day_that_is_none_is_refused(written: str) -> None:
    """R9."""
    assert sent("date", written) == (None, ("Schrijf een bestaande datum, zoals 31-12-2026.",))


def test_a_file_says_a_day_in_one_way_only() -> None:
    question = a_question(type="date", dimension=None)

    with pytest.raises(NotAnAnswer):
        kind_of(question).parse(question, "18-3-2025")
