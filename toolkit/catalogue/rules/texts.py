"""Every text exists in the languages of the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from toolkit.catalogue.rules.subject import Subject
from toolkit.domain.fields import Text
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault


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
