"""Reads one raw answer: a word, a number, a step of a ladder, an option."""

import re
from datetime import date
from decimal import Decimal

from toolkit.domain.answers import Value
from toolkit.domain.fields import POINTS
from toolkit.domain.items import Option

Raw = str | tuple[str, ...]

NUMBER = r"[0-9]{1,12}([.,][0-9]{1,2})?"
THOUSANDS = r"[1-9][0-9]{0,2}([.,][0-9]{3})+"


class NotAnAnswer(ValueError):
    """A raw answer that the question cannot take.

    ``code`` says what is wrong: ``one_value``, ``unknown_option``, ``not_a_level``,
    ``not_a_number``, ``thousands``, ``too_low``, ``too_high``, ``not_a_day``,
    ``stands_alone``, ``repeated``, ``empty`` or ``too_long``. ``allowed`` lists what would be
    right.
    """

    def __init__(self, code: str, given: Raw, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code, self.given, self.allowed = code, given, allowed


def named(number: Decimal) -> str:
    """Return a number as it is written in a file: ``3``, ``2.5``."""
    return f"{number.normalize():f}"


def single(raw: Raw) -> str:
    """Return the one text in ``raw``, without the space around it."""
    if isinstance(raw, str):
        return raw.strip()
    if len(raw) == 1:
        return raw[0].strip()
    raise NotAnAnswer("one_value" if raw else "empty", raw)


def to_number(raw: Raw) -> Decimal:
    """Return a number of zero or more, with at most two digits behind a point or a comma.

    ``48.000`` is refused: one reader sees 48 in it, another 48000.
    """
    text = single(raw)
    if re.fullmatch(THOUSANDS, text, re.ASCII):
        raise NotAnAnswer("thousands", text, (re.sub("[.,]", "", text),))
    if not re.fullmatch(NUMBER, text, re.ASCII):
        raise NotAnAnswer("not_a_number", text)
    return Decimal(text.replace(",", "."))


def to_step(raw: Raw, steps: tuple[Decimal, ...]) -> Decimal:
    """Return the step that is this number; ``2.0``, as programs write it, is ``2``."""
    text = single(raw)
    given = Decimal(text) if re.fullmatch(POINTS, text, re.ASCII) else None
    for step in steps:
        if step == given:
            return step
    raise NotAnAnswer("not_a_level", text, tuple(named(step) for step in steps))


def to_option(options: tuple[Option, ...], name: str) -> Option:
    """Return the option with this id."""
    for option in options:
        if option.id == name:
            return option
    raise NotAnAnswer("unknown_option", name, tuple(option.id for option in options))


def chosen(value: Value) -> tuple[str, ...]:
    """Return the ids of the options in a value."""
    return value if isinstance(value, tuple) else (str(value),)


def written(value: Value) -> Raw:
    """Return a value in the words from which its question reads it again."""
    if isinstance(value, Decimal):
        return named(value)
    return value.isoformat() if isinstance(value, date) else value
