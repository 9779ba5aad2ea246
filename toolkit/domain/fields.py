"""The small types that everything read from a file is made of.

A file is read as text only, so each type here takes text and has one ASCII pattern; a value
that was parsed before passes unchanged. A refusal carries a code, never a sentence: the
catalogue words it for authors.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel, WithJsonSchema
from pydantic_core import PydanticCustomError

T = TypeVar("T")

POINTS = r"[0-9]{1,6}(\.[0-9]{1,4})?"
WHOLE = r"[0-9]{1,12}"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NAME = r"[a-z][a-z0-9_]{0,59}"
ITEM_ID = r"[a-z][a-z0-9_]{0,39}(\.[a-z0-9][a-z0-9_]{0,39}){0,5}"
KEBAB = r"[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}"
EDITION = r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}"
LANGUAGE = r"[a-z]{2,3}"
ADVICE_ID = ITEM_ID + r"\.(low|mid)"

LONGEST_TEXT = 10_000


class Model(BaseModel):
    """A frozen object of which every key is known."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _typed(
    code: str, pattern: str, parse: Callable[[str], T], parsed: tuple[type, ...]
) -> tuple[BeforeValidator, WithJsonSchema]:
    matches = re.compile(pattern, re.ASCII).fullmatch

    def read(value: object) -> object:
        if isinstance(value, str) and matches(value):
            try:
                return parse(value)
            except ValueError:
                raise PydanticCustomError(code, "not a {code}", {"code": code}) from None
        if isinstance(value, parsed):
            return value
        raise PydanticCustomError(code, "not a {code}", {"code": code})

    return BeforeValidator(read), WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _word(code: str, pattern: str) -> tuple[BeforeValidator, WithJsonSchema]:
    return _typed(code, pattern, str, ())


def _is_true(text: str) -> bool:
    return text == "true"


def _prose(value: object) -> object:
    if isinstance(value, str) and value.strip() and len(value) <= LONGEST_TEXT:
        return value
    raise PydanticCustomError("prose", "not a sentence")


_P = _typed("points", POINTS, Decimal, (Decimal,))
_W = _typed("whole", WHOLE, int, (int,))
_F = _typed("flag", "true|false", _is_true, (bool,))
_D = _typed("day", DAY, date.fromisoformat, (date,))
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
Prose = Annotated[str, BeforeValidator(_prose)]


class Text(RootModel[Mapping[Language, Prose]]):
    """One text in every language it exists in; the first language leads."""

    model_config = ConfigDict(frozen=True)

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]  # languages, not fields
        return iter(self.root)

    def within(self, language: str) -> str:
        """Return the text in ``language``, else in its first language."""
        return self.root.get(language) or next(iter(self.root.values()), "")
