"""Lists the facts of the library that are past their date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pydantic import BaseModel

from toolkit.domain.dated import Dated
from toolkit.domain.library import Figure, Library
from toolkit.domain.problems import Problem

_NAMED_BY = ("id", "code", "key")


def stale_facts(library: Library, day: date) -> Iterator[Problem]:
    """Yield a finding for every fact that must be checked again on this day."""
    for name, field in type(library).model_fields.items():
        file = field.alias or name
        ending = "csv" if name == "figures" else "yaml"
        for fact in _dated(getattr(library, name)):
            if fact.is_past(day):
                details = {"name": _name(fact), "day": _last_day(fact).isoformat()}
                code = "fact_stale" if details["name"] else "file_stale"
                yield Problem(code, f"library/{file}.{ending}", None, "", "finding", details)


def _dated(value: object) -> Iterator[Dated | Figure]:
    if isinstance(value, (Dated, Figure)):
        yield value
    if isinstance(value, BaseModel):
        for part in vars(value).values():
            yield from _dated(part)
    elif isinstance(value, (tuple, Mapping)):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _dated(part)


def _name(fact: Dated | Figure) -> str:
    fields = vars(fact)
    return next((str(fields[key]) for key in _NAMED_BY if key in fields), "")


def _last_day(fact: Dated | Figure) -> date:
    if isinstance(fact, Figure):
        return fact.valid_until
    return fact.checked_on + timedelta(days=fact.valid_for)
