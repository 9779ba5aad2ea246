"""Everything read from a file is text, of which each type takes one pattern."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from toolkit.domain.fields import (
    AdviceId,
    Day,
    Flag,
    ItemId,
    Kebab,
    Name,
    Points,
    Prose,
    Text,
    Whole,
)

POINTS: TypeAdapter[Decimal] = TypeAdapter(Points)
WHOLE: TypeAdapter[int] = TypeAdapter(Whole)
FLAG: TypeAdapter[bool] = TypeAdapter(Flag)
DAY: TypeAdapter[date] = TypeAdapter(Day)
TYPES: dict[str, TypeAdapter[str]] = {
    "name": TypeAdapter(Name),
    "item": TypeAdapter(ItemId),
    "kebab": TypeAdapter(Kebab),
    "advice": TypeAdapter(AdviceId),
    "prose": TypeAdapter(Prose),
}


@pytest.mark.parametrize("text", ["0", "2.5", "100", "999999.9999"])
def test_points_are_a_plain_decimal_number(text: str) -> None:
    assert POINTS.validate_python(text) == Decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "1_000",
        "1,5",
        "-1",
        "+1",
        "1e3",
        "NaN",
        "Infinity",
        "٣",
        ".5",
        "1.",
        "1.23456",
    ],
)
def test_points_take_no_other_writing(text: str) -> None:
    with pytest.raises(ValidationError):
        POINTS.validate_python(text)


@pytest.mark.parametrize("value", [2.5, None, True, ["1"], {}])
def test_points_never_come_from_something_that_is_not_text(value: object) -> None:
    with pytest.raises(ValidationError):
        POINTS.validate_python(value)


@pytest.mark.parametrize("number", ["-1", "NaN", "Infinity"])
def test_points_are_never_less_than_nothing(number: str) -> None:
    assert POINTS.validate_python(Decimal("2.5")) == Decimal("2.5")
    with pytest.raises(ValidationError):
        POINTS.validate_python(Decimal(number))


@pytest.mark.parametrize("value", [True, False, -1, 2.0, None])
def test_a_whole_number_is_not_a_flag_and_not_negative(value: object) -> None:
    assert WHOLE.validate_python(12) == 12
    with pytest.raises(ValidationError):
        WHOLE.validate_python(value)


@pytest.mark.parametrize("text", ["yes", "True", "1", "on", "waar"])
def test_a_flag_is_true_or_false_in_those_words(text: str) -> None:
    assert FLAG.validate_python("true") is True
    assert FLAG.validate_python("false") is False
    with pytest.raises(ValidationError):
        FLAG.validate_python(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-1-1", "01-01-2026", "20260101", "0000-01-01", "1899-12-31", "2101-01-01"],
)
def test_a_day_is_a_day_that_exists_and_that_a_document_can_carry(text: str) -> None:
    assert DAY.validate_python("1900-01-01") == date(1900, 1, 1)
    assert DAY.validate_python("2100-12-31") == date(2100, 12, 31)
    assert DAY.validate_python("2026-11-21") == date(2026, 11, 21)
    with pytest.raises(ValidationError):
        DAY.validate_python(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("name", "risk_sectors"),
        ("item", "gov.policy_adopted"),
        ("item", "a.1.2"),
        ("kebab", "kinderrechten-mensenhandel"),
        ("advice", "gov.policy_adopted.low"),
        ("prose", "Één zin — met een streepje."),
    ],
)
def test_an_id_in_its_form_is_taken(kind: str, text: str) -> None:
    assert TYPES[kind].validate_python(text) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("name", "Gov"),
        ("name", "gov-beleid"),
        ("name", "gov\n"),
        ("item", "gov..policy"),
        ("item", "gov.pölicy"),
        ("item", ".gov"),
        ("kebab", "kinder_rechten"),
        ("kebab", "kinder--rechten"),
        ("advice", "gov.policy_adopted"),
        ("advice", "gov.policy_adopted.high"),
        ("prose", "   "),
        ("prose", "a" * 10_001),
    ],
)
def test_an_id_in_another_form_is_refused(kind: str, text: str) -> None:
    with pytest.raises(ValidationError):
        TYPES[kind].validate_python(text)


@given(st.text(max_size=8))
def test_any_text_is_a_number_or_a_clean_refusal(text: str) -> None:
    written = text.isascii() and text.isdigit()

    assert _is_whole(text) is written


def _is_whole(text: str) -> bool:
    try:
        return WHOLE.validate_python(text) == int(text)
    except ValidationError:
        return False


def test_a_refusal_is_a_code_without_what_was_written() -> None:
    with pytest.raises(ValidationError) as caught:
        POINTS.validate_python("secret")

    assert caught.value.errors()[0]["type"] == "points"
    assert "secret" not in caught.value.errors(include_input=False)[0]["msg"]


def test_a_text_falls_back_on_its_first_language() -> None:
    text = Text.model_validate({"nl": "Ja", "en": "Yes"})

    assert text.languages == ("nl", "en")
    assert (text.within("en"), text.within("fr")) == ("Yes", "Ja")


@pytest.mark.parametrize("value", [{}, "Ja", ["Ja"], {"nl": " "}, {"NL": "Ja"}])
def test_a_text_stands_in_at_least_one_language(value: object) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(value)


@pytest.mark.parametrize("text", ["truely", "untrue|", "falsetrue"])
def test_the_pattern_that_editors_get_holds_for_the_whole_value(text: str) -> None:
    pattern = FLAG.json_schema()["pattern"]

    assert re.search(pattern, "true")
    assert not re.search(pattern, text)


def test_a_frozen_object_never_changes() -> None:
    text = Text.model_validate({"nl": "Ja"})

    with pytest.raises(ValidationError):
        setattr(text, "root", {"nl": "Nee"})  # noqa: B010  # the type forbids it too
