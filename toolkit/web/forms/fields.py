"""Fields that carry what was sent as it is; what it means is decided by the question."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import Field

MOST_VALUES = 200


class RawField(Field):
    """Every value that was sent under this name, as text."""

    data: tuple[str, ...]

    def process_formdata(self, valuelist: Sequence[object]) -> None:
        """Keep the values; a browser never sends this many."""
        self.data = tuple(str(value) for value in valuelist[:MOST_VALUES])

    def process_data(self, value: object) -> None:
        """Begin without any value."""
        self.data = ()
