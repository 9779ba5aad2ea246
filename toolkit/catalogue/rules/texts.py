"""Every text exists in the languages of the questionnaire, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from toolkit.catalogue.rules.subject import Subject
from toolkit.domain.fields import Text
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, quoted
from toolkit.reading.yaml_text import Plain

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:[a-z]+|#x?[0-9a-f]+);", re.IGNORECASE)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def looks_plain(text: str) -> bool:
    """Return whether a whole file is free of anything that `plain_texts` would find."""
    return not any(sign in text for sign in "<&\\") and not _UNSEEN.search(text)


def plain_texts(value: Plain, place: Place = ()) -> Iterator[Fault]:
    """Yield every text with markup, or with characters that cannot be seen."""
    if isinstance(value, str):
        if _MARKUP.search(value):
            yield Fault("text_markup", place, {"given": quoted(value)})
        unseen = _UNSEEN.search(value)
        if unseen:
            yield Fault("text_unseen", place, {"code": f"U+{ord(unseen[0]):04X}"})
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield from plain_texts(part, (*place, key))


def first_language(subject: Subject) -> Iterator[Fault]:
    """The first language may not be missing anywhere."""
    questionnaire = subject.questionnaire
    first = questionnaire.languages[0]
    for place, text in texts_in(questionnaire):
        if first not in text.languages:
            yield Fault("text_first_language", place, {"language": first})


def translated(subject: Subject) -> Iterator[Fault]:
    """Every text stands in each of the other languages, and in no language more."""
    questionnaire = subject.questionnaire
    others = questionnaire.languages[1:]
    for place, text in texts_in(questionnaire):
        for language in others:
            if language not in text.languages:
                yield Fault("text_translation", place, {"language": language})
        for language in text.languages:
            if language not in questionnaire.languages:
                yield Fault("text_extra", (*place, language), {"language": language})


def texts_in(value: object, place: Place = ()) -> Iterator[tuple[Place, Text]]:
    """Yield every text in a model, with its place in the file."""
    if isinstance(value, Text):
        yield place, value
        return
    for key, part in _parts(value):
        if isinstance(part, (tuple, Mapping, BaseModel)):
            yield from texts_in(part, (*place, key))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return ((field.alias or name, value.__dict__[name]) for name, field in fields)
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()
