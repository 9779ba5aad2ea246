"""The kinds of column that all tables share."""

import json
from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime, Dialect, String, TypeDecorator
from sqlalchemy.ext.compiler import compiles

Id = String(32)
Digest = String(64)


class Json(JSON):
    """Lists, mappings and what is in them; PostgreSQL keeps it as JSONB."""


@compiles(Json, "postgresql")
def _jsonb(_kind: Json, _compiler: object, **_options: object) -> str:
    return "JSONB"


_parse = json.JSONDecoder().decode


def from_json(text: str | None) -> object:
    """Return what was kept as JSON; most of it is nothing, for which no parser is needed."""
    if text == "[]":
        return []
    return None if text is None or text == "null" else _parse(text)


class Moment(TypeDecorator[datetime]):
    """A moment with its zone; kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as it is kept; refuse one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as it was."""
        return None if value is None else value.replace(tzinfo=UTC)
