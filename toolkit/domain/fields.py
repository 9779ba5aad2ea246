"""The small types that everything read from a file is made of.

A file is read as text only, so each type here takes text and has one ASCII pattern; a value
that was parsed before passes unchanged. A refusal carries a code, never a sentence: the
catalogue words it for authors.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, WithJsonSchema
from pydantic_core import PydanticCustomError

from toolkit.domain.plain_text import LONGEST_TEXT

T = TypeVar("T")

POINTS = r"[0-9]{1,6}(\.[0-9]{1,4})?"
WHOLE = r"[0-9]{1,12}"
DAY = r"(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}"
NAME = r"[a-z][a-z0-9_]{0,59}"
ITEM_ID = r"[a-z][a-z0-9_]{0,39}(\.[a-z0-9][a-z0-9_]{0,39}){0,5}"
KEBAB = r"[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}"
EDITION = r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}"
LANGUAGE = r"[a-z]{2,3}"
REGISTER_ID = r"[0-9A-Za-z][0-9A-Za-z._-]{0,59}"
ADVICE_ID = ITEM_ID + r"\.(low|mid)"


class Model(BaseModel):
    """A frozen object of which every key is known; it is made ready when the first is read."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


def apart(code: str) -> PydanticCustomError:
    """Return the complaint that parts which are sound each do not go together."""
    return PydanticCustomError(code, "does not go together", {"apart": True})


def _typed(
    code: str, pattern: str, parse: Callable[[str], T], is_one: Callable[[object], bool]
) -> tuple[BeforeValidator, WithJsonSchema]:
    matches = re.compile(pattern, re.ASCII).fullmatch

    def read(value: object) -> object:
        if isinstance(value, str) and matches(value):
            try:
                return parse(value)
            except ValueError:
                raise PydanticCustomError(code, "not a {code}", {"code": code}) from None
        if is_one(value):
            return value
        raise PydanticCustomError(code, "not a {code}", {"code": code})

    schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return BeforeValidator(read), WithJsonSchema(schema)


def _word(code: str, pattern: str) -> tuple[BeforeValidator, WithJsonSchema]:
    return _typed(code, pattern, str, lambda _value: False)


def _is_true(text: str) -> bool:
    return text == "true"


def _are_points(value: object) -> bool:
    return isinstance(value, Decimal) and value.is_finite() and value >= 0


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_day(value: object) -> bool:
    return isinstance(value, date)


def _prose(value: object) -> object:
    if isinstance(value, str) and value.strip() and len(value) <= LONGEST_TEXT:
        return value
    raise PydanticCustomError("prose", "not a sentence")


def _by_language(value: object) -> object:
    if isinstance(value, Mapping) and value:
        return value
    raise PydanticCustomError("not_languages", "not a text by language")


_P = _typed("points", POINTS, Decimal, _are_points)
_W = _typed("whole", WHOLE, int, _is_whole)
_F = _typed("flag", "true|false", _is_true, _is_flag)
_D = _typed("day", DAY, date.fromisoformat, _is_day)
_R = _word("register_id", REGISTER_ID)
_N, _I, _K = _word("name", NAME), _word("item_id", ITEM_ID), _word("kebab", KEBAB)
_E, _L, _A = _word("edition", EDITION), _word("language", LANGUAGE), _word("advice_id", ADVICE_ID)

Points = Annotated[Decimal, *_P]
Whole = Annotated[int, *_W]
Flag = Annotated[bool, *_F]
Day = Annotated[date, *_D]
Name = Annotated[str, *_N]
ItemId = Annotated[str, *_I]
Kebab = Annotated[str, *_K]
Edition = Annotated[str, *_E]
Language = Annotated[str, *_L]
AdviceId = Annotated[str, *_A]
RegisterId = Annotated[str, *_R]
Prose = Annotated[str, BeforeValidator(_prose)]


_Texts = Annotated[Mapping[Language, Prose], Field(min_length=1), BeforeValidator(_by_language)]


class Text(RootModel[_Texts]):
    """One text in every language it exists in, at least one; the first language leads."""

    model_config = ConfigDict(frozen=True)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it exists in."""
        return tuple(self.root)

    def within(self, language: str) -> str:
        """Return the text in ``language``, else in its first language."""
        return self.root.get(language) or next(iter(self.root.values()))
