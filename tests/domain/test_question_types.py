"""What an answer may be, what it is worth, how a condition reads it."""

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import SCALE, a_question, some_options
from toolkit.domain.answers import Value
from toolkit.domain.conditions import Reading
from toolkit.domain.items import QuestionTypeName
from toolkit.domain.question_types import QUESTION_TYPES, kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import NotAnAnswer, Raw, named

FAIR = some_options(none="0", some="1.5", much="4")
MANY = [*some_options(a="1", b="1.5", c="2"), {**some_options(none="0")[0], "exclusive": "true"}]
QUESTIONS: dict[QuestionTypeName, Question] = {
    "scale": a_question(),
    "statement": a_question(type="statement"),
    "choice": a_question(type="choice", options=FAIR),
    "multi_choice": a_question(type="multi_choice", options=MANY, maximum="4"),
    "yes_partly_no": a_question(type="yes_partly_no"),
    "number": a_question(type="number", dimension=None, minimum="2", maximum="10"),
    "text": a_question(type="text", dimension=None),
    "date": a_question(type="date", dimension=None),
}
SCORED: tuple[QuestionTypeName, ...] = (
    "scale",
    "statement",
    "choice",
    "multi_choice",
    "yes_partly_no",
)


def parse(kind: QuestionTypeName, raw: Raw) -> Value:
    return QUESTION_TYPES[kind].parse(QUESTIONS[kind], raw)


def points(kind: QuestionTypeName, raw: Raw) -> Decimal:
    return QUESTION_TYPES[kind].points(QUESTIONS[kind], parse(kind, raw))


def refusal(kind: QuestionTypeName, raw: Raw) -> NotAnAnswer:
    with pytest.raises(NotAnAnswer) as caught:
        parse(kind, raw)
    return caught.value


def test_every_type_in_the_format_has_a_kind_of_its_own_name() -> None:
    assert set(QUESTION_TYPES) == set(get_args(QuestionTypeName)) == set(QUESTIONS)
    assert all(kind.name == name for name, kind in QUESTION_TYPES.items())
    assert kind_of(QUESTIONS["choice"]) is QUESTION_TYPES["choice"]


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("scale", " 3 ", Decimal(3)),
        ("statement", "0", Decimal(0)),
        ("choice", ("some",), "some"),
        ("multi_choice", ("c", "a"), ("a", "c")),
        ("multi_choice", "none", ("none",)),
        ("yes_partly_no", "partly", "partly"),
        ("scale", "3.0", Decimal(3)),
        ("number", "2,5", Decimal("2.5")),
        ("number", "9.75", Decimal("9.75")),
        ("number", "4.0", Decimal(4)),
        ("text", " twee\r\nregels ", "twee\nregels"),
        ("date", "2026-12-31", date(2026, 12, 31)),
    ],
)
def test_a_raw_answer_becomes_a_value(kind: QuestionTypeName, raw: Raw, value: Value) -> None:
    assert parse(kind, raw) == value


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        ("scale", "5", "not_a_level"),
        ("scale", "3.5", "not_a_level"),
        ("scale", "3,0", "not_a_level"),
        ("scale", "٣", "not_a_level"),
        ("scale", ("1", "2"), "one_value"),
        ("statement", "4", "not_a_level"),
        ("choice", "Much", "unknown_option"),
        ("multi_choice", (), "empty"),
        ("multi_choice", ("a", "a"), "repeated"),
        ("multi_choice", ("a", "none"), "stands_alone"),
        ("multi_choice", ("a", "z"), "unknown_option"),
        ("yes_partly_no", "true", "unknown_option"),
        ("number", "1e9", "not_a_number"),
        ("number", "NaN", "not_a_number"),
        ("number", "-3", "not_a_number"),
        ("number", "2.555", "thousands"),
        ("number", "1.048.000", "thousands"),
        ("number", "4.1250", "not_a_number"),
        ("number", "9999999999999", "not_a_number"),
        ("number", (), "empty"),
        ("number", "1", "too_low"),
        ("number", "10.01", "too_high"),
        ("text", " \n ", "empty"),
        ("text", "a" * 10_001, "too_long"),
        ("date", "31-12-2026", "not_a_day"),
        ("date", "2026-02-30", "not_a_day"),
    ],
)
def test_what_the_question_cannot_take_is_refused(
    kind: QuestionTypeName, raw: Raw, code: str
) -> None:
    assert refusal(kind, raw).code == code


def test_a_refusal_says_what_would_be_right() -> None:
    assert refusal("scale", "9").allowed == ("0", "1", "2", "3", "4")
    assert refusal("choice", "x").allowed == ("none", "some", "much")
    assert refusal("yes_partly_no", "x").allowed == ("yes", "partly", "no")
    assert refusal("number", "99").allowed == ("10",)
    assert refusal("number", "1").allowed == ("2",)
    assert refusal("number", "48,000").allowed == ("48000",)
    assert refusal("multi_choice", ("a", "a", "a")).allowed == ("a",)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        ("scale", "3", 3),
        ("statement", "3", 3),
        ("choice", "some", Decimal("1.5")),
        ("multi_choice", ("a", "b"), Decimal("2.5")),
        ("multi_choice", ("a", "b", "c"), 4),
        ("multi_choice", "none", 0),
        ("yes_partly_no", "yes", 4),
        ("yes_partly_no", "partly", 2),
        ("yes_partly_no", "no", 0),
    ],
)
def test_an_answer_has_its_points(kind: QuestionTypeName, raw: Raw, expected: Decimal) -> None:
    assert points(kind, raw) == expected


def test_several_choices_are_worth_their_sum_unless_a_maximum_is_set() -> None:
    free = a_question(type="multi_choice", options=MANY)
    kind = kind_of(free)

    assert kind.maximum(free) == Decimal("4.5")
    assert kind.points(free, ("a", "b", "c")) == Decimal("4.5")


@pytest.mark.parametrize("kind", SCORED)
def test_points_lie_between_zero_and_the_maximum(kind: QuestionTypeName) -> None:
    question, behaviour = QUESTIONS[kind], QUESTION_TYPES[kind]
    found = [behaviour.points(question, value) for value in behaviour.values(question)]

    assert min(found) == 0
    assert max(found) == behaviour.maximum(question) > 0


@pytest.mark.parametrize("kind", ["number", "text", "date"])
def test_some_kinds_never_have_points(kind: QuestionTypeName) -> None:
    assert QUESTION_TYPES[kind].maximum(QUESTIONS[kind]) == 0
    assert QUESTION_TYPES[kind].values(QUESTIONS[kind]) == ()
    with pytest.raises(ValueError, match="never scored"):
        QUESTION_TYPES[kind].points(QUESTIONS[kind], "3")


@pytest.mark.parametrize(
    ("kind", "raw", "words", "size"),
    [
        ("scale", "3", {"3"}, 3),
        ("choice", "some", {"some"}, Decimal("1.5")),
        ("multi_choice", ("a", "b"), {"a", "b"}, Decimal("2.5")),
        ("yes_partly_no", "partly", {"partly"}, 2),
        ("number", "4.50", {"4.5"}, Decimal("4.5")),
        ("text", "iets", {"iets"}, None),
        ("date", "2026-12-31", {"2026-12-31"}, None),
    ],
)
def test_a_condition_reads_words_with_a_size(
    kind: QuestionTypeName, raw: Raw, words: set[str], size: Decimal | None
) -> None:
    reading = QUESTION_TYPES[kind].read(QUESTIONS[kind], parse(kind, raw))

    assert reading == Reading(frozenset(words), size)


def test_a_choice_without_points_has_no_size() -> None:
    plain = a_question(type="multi_choice", options=some_options(a=None, b=None), dimension=None)

    assert kind_of(plain).read(plain, ("a",)).size is None


def test_an_item_may_use_another_scale_than_that_of_its_dimension() -> None:
    halves = a_question(scale="policy", dimension="child")

    assert halves.scale == a_question().scale
    assert kind_of(halves).maximum(halves) == len(SCALE) - 1


@given(st.sampled_from(SCORED), st.data())
def test_what_a_kind_offers_it_also_takes(kind: QuestionTypeName, data: st.DataObject) -> None:
    question, behaviour = QUESTIONS[kind], QUESTION_TYPES[kind]
    value = data.draw(st.sampled_from(behaviour.values(question)))

    assert behaviour.parse(question, as_typed(value)) == value


def as_typed(value: Value) -> Raw:
    return value if isinstance(value, tuple) else str(value)


@given(st.sampled_from(sorted(QUESTION_TYPES)), st.text() | st.lists(st.text()).map(tuple))
def test_any_text_is_a_value_or_a_clean_refusal(kind: QuestionTypeName, raw: Raw) -> None:
    outcome = _outcome(kind, raw)

    assert outcome is not None


def _outcome(kind: QuestionTypeName, raw: Raw) -> Value | NotAnAnswer:
    try:
        return parse(kind, raw)
    except NotAnAnswer as refused:
        return refused


@given(st.decimals(0, 10_000, places=4))
def test_a_number_is_written_as_in_a_file(number: Decimal) -> None:
    assert Decimal(named(number)) == number
    assert "E" not in named(number)


def words(question: Question, value: Value) -> list[str]:
    return [text.within("nl") for text in kind_of(question).labels(question, value)]


def test_a_level_is_said_in_the_words_of_the_question_else_of_the_scale() -> None:
    anchors = [{"nl": f"Trede {step}."} for step in range(5)]

    assert words(a_question(anchors=anchors), Decimal(3)) == ["Trede 3."]
    assert words(a_question(), Decimal(3)) == ["Tekst."]


def test_options_are_said_in_the_order_of_the_question() -> None:
    options = [{"id": name, "label": {"nl": name.upper()}} for name in ("a", "b", "c")]
    many, one = (
        a_question(type=kind, dimension=None, options=options)
        for kind in ("multi_choice", "choice")
    )

    assert words(many, ("c", "a")) == ["A", "C"]
    assert words(one, "b") == ["B"]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [("yes_partly_no", "yes"), ("statement", "2"), ("number", "3"), ("date", "2026-11-21")],
)
def test_what_the_interface_words_has_no_words_of_the_content(
    kind: QuestionTypeName, raw: str
) -> None:
    assert words(QUESTIONS[kind], parse(kind, raw)) == []


def test_only_kinds_that_can_be_listed_list_their_answers() -> None:
    listed = {name for name, kind in QUESTION_TYPES.items() if kind.values(QUESTIONS[name])}

    assert listed == {name for name, kind in QUESTION_TYPES.items() if not kind.endless}
