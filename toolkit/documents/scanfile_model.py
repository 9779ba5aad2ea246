"""The scan file as it is written: its keys, and what may stand behind each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from toolkit.domain.fields import (
    Day,
    Edition,
    Flag,
    ItemId,
    Kebab,
    Model,
    Name,
    RegisterId,
)
from toolkit.domain.plain_text import LONGEST_TEXT, NotPlainText, plain

LONGEST_LINE = 300


def _line(value: object) -> str:
    return _clean(value, LONGEST_LINE, "line", one_line=True)


def _words(value: object) -> str:
    return _clean(value, LONGEST_TEXT, "words", one_line=False)


def _something(value: str) -> str:
    if not value:
        raise PydanticCustomError("text_empty", "nothing shows")
    return value


def _clean(value: object, longest: int, code: str, *, one_line: bool) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_shape", "not one text")
    try:
        return plain(value, longest=longest, one_line=one_line)
    except NotPlainText:
        raise PydanticCustomError(f"{code}_long", "too long") from None


def _link(value: object) -> str:
    text = _line(value)
    if text.startswith(("https://", "mailto:")):
        return text
    raise PydanticCustomError("link", "not a link")


Line = Annotated[
    str,
    BeforeValidator(_line),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_LINE}),
]
Words = Annotated[
    str,
    BeforeValidator(_words),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_TEXT}),
]
SomeLine = Annotated[
    Line,
    AfterValidator(_something),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_LINE}),
]
SomeWords = Annotated[
    Words,
    AfterValidator(_something),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}),
]
Link = Annotated[
    str,
    BeforeValidator(_link),
    WithJsonSchema({"type": "string", "pattern": "^(https://|mailto:)"}),
]
Scalar = Annotated[
    str,
    WithJsonSchema({"type": ["string", "number", "boolean"], "maxLength": LONGEST_TEXT}),
]
Given = Scalar | tuple[Scalar, ...]


class ViewForm(Model):
    """One side of a disagreement."""

    value: Given
    function: SomeLine
    reason: SomeWords


class AnswerForm(Model):
    """One answer: a value, unknown, not applicable or disputed, with what belongs to it."""

    value: Given | None = None
    unknown: Flag = False
    not_applicable: Words | None = None
    disputed: tuple[ViewForm, ...] = ()
    note: Words = ""
    evidence: tuple[SomeLine, ...] = ()
    regional: Flag = False
    left_open: Flag = False


class MunicipalityForm(Model):
    """Whose scan it is."""

    name: SomeLine
    code: Line = ""


class RemarkForm(Model):
    """A text by the municipality itself."""

    text: SomeWords
    function: Line = ""


class RemarksForm(Model):
    """A foreword, a text per theme, the reply of the executive."""

    foreword: RemarkForm | None = None
    themes: Mapping[ItemId, RemarkForm] = Field(default_factory=dict)
    reply: RemarkForm | None = None


class EvidenceForm(Model):
    """One entry of the register of evidence."""

    id: RegisterId
    title: SomeLine
    kind: Line = ""
    date: Day | None = None
    valid_until: Day | None = None
    link: Link | None = None
    citation: Line = ""


class ActionForm(Model):
    """One agreed or proposed action."""

    what: SomeWords
    owner: Line = ""
    due: Day | None = None
    status: Literal["proposed", "decided", "busy", "done", "dropped"] = "proposed"
    items: tuple[ItemId, ...] = ()
    child_notices: Words = ""
    note: Words = ""
    reason: Words = ""


class AdoptionForm(Model):
    """The decision of the municipal executive."""

    day: Day
    decision: Line = ""


class ScanFile(Model):
    """A scan file; ``results`` are for reading only, nothing is taken from them."""

    format: Literal["1"] = "1"
    questionnaire: Kebab
    edition: Edition
    title: Line = ""
    date: Day | None = None
    municipality: MunicipalityForm | None = None
    selection: Name | None = None
    state: Literal["draft", "in_review", "final"] = "draft"
    adopted_by: Line = ""
    adoption: AdoptionForm | None = None
    respondents: tuple[Name, ...] = ()
    fictional: Flag = False
    intake: Mapping[ItemId, Given | AnswerForm] = Field(default_factory=dict)
    answers: Mapping[ItemId, Literal["unknown"] | AnswerForm]
    remarks: RemarksForm = RemarksForm()
    evidence: tuple[EvidenceForm, ...] = ()
    actions: tuple[ActionForm, ...] = ()
    results: object = None
