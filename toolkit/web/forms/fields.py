"""Fields that carry what was sent as it is; what it means is decided by the question."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import Field, Form, StringField, TextAreaField
from wtforms.validators import ValidationError

from toolkit.domain.fields import LONGEST_TEXT
from toolkit.domain.plain_text import NotPlainText, plain

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


class PlainText:
    """Refuses a text that is too long, and keeps the others in composed form (T32, T33)."""

    def __init__(
        self, too_long: str, *, longest: int = LONGEST_TEXT, one_line: bool = False
    ) -> None:
        self.too_long, self.longest, self.one_line = too_long, longest, one_line

    def __call__(self, form: Form, field: StringField | TextAreaField) -> None:
        """Put the plain text in the field, or raise the complaint."""
        try:
            field.data = plain(field.data or "", longest=self.longest, one_line=self.one_line)
        except NotPlainText:
            raise ValidationError(self.too_long) from None
