"""Recognises a text that seems to tell of its writer or of one real child."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise

from toolkit.domain import concern_of_child, concern_of_one, concern_of_writer
from toolkit.domain.concern_cues import INVENTED, LISTS, Cues, Row
from toolkit.domain.pattern import Pattern
from toolkit.domain.people import first_names, names_with_an_age

_NAMED_LIST = Pattern(r"\{(\w{1,20})\}")
_BETWEEN = {
    ".": "(?: [^ ]{1,25}){0,2}",
    "..": "(?: [^ ]{1,25}){0,6}",
    "...": "(?: [^ ]{1,25}){0,12}",
    "~": "(?: (?!(?:dat|die|als|wie|who|that|if) )[^ ]{1,25}){0,6}",
}


class Concern(StrEnum):
    """Whom a text seems to tell of."""

    WRITER = "writer"
    CHILD = "child"


def seems_about_a_child(text: str) -> Concern | None:
    """Return whom ``text`` seems to tell of, if it tells of anybody; Dutch or English.

    It is a guess from words that stand close together, in one sentence or two, made so that what
    is written about children in general seldom counts. A sentence that says it is invented never does.
    """
    cues = [_cues_in(sentence) for sentence in _sentences(_unnamed(text))]
    if any(_fits(one, concern_of_writer.SURE) for one in cues):
        return Concern.WRITER
    pairs = pairwise([*cues, frozenset[str]()])
    if any(_fits(one | other, concern_of_child.ROWS) for one, other in pairs):
        return Concern.CHILD
    if any(_fits(one, concern_of_one.ROWS) for one in cues):
        return Concern.CHILD
    if any(_fits(one, concern_of_writer.LIKELY) for one in cues):
        return Concern.WRITER
    return None


def _fits(cues: frozenset[str], rows: tuple[Row, ...]) -> bool:
    return any(row.needs <= cues and row.without.isdisjoint(cues) for row in rows)


def _unnamed(text: str) -> str:
    """Return the text with a word for every first name, which may have an age beside it."""
    aged = _replaced(text, names_with_an_age(text), concern_of_one.NAMED_WITH_AGE)
    return _replaced(aged, first_names(aged), concern_of_one.A_NAME)


def _replaced(text: str, spans: Iterator[tuple[int, int]], word: str) -> str:
    parts: list[str] = []
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            parts += (text[reached:start], f" {word} ")
            reached = end
    return "".join((*parts, text[reached:]))


def _sentences(text: str) -> Iterator[str]:
    plain = text.casefold().replace("’", "'").replace("‘", "'")
    for sentence in re.split(r"[.!?;\n]", plain):
        words = " ".join(re.sub(r"[^\w'*-]", " ", sentence).split())
        if words and not _invented().search(words):
            yield words


def _cues_in(sentence: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(sentence))


def _pattern(cues: Cues) -> Pattern:
    return Pattern(f"(?<![^ ])(?:{'|'.join(map(_expression, cues))})(?![^ ])")


def _expression(cue: str) -> str:
    parts: list[str] = []
    for token in cue.split():
        parts.append(_BETWEEN.get(token) or f"{' ' if parts else ''}{_either(token)}")
    return "".join(parts)


def _either(token: str) -> str:
    return f"(?:{'|'.join(map(_word, token.split('/')))})"


def _word(word: str) -> str:
    if named := _NAMED_LIST.fullmatch(word):
        return "|".join(map(_expression, LISTS[named[1]]))
    return re.escape(word).replace(r"\*", "[^ ]{1,25}")


@cache
def _invented() -> Pattern:
    return _pattern(INVENTED)


@cache
def _patterns() -> Mapping[str, Pattern]:
    """Return the pattern of each cue, made when a text is first looked at: that takes a while."""
    return {
        name: _pattern(cues)
        for module in (concern_of_writer, concern_of_child, concern_of_one)
        for name, cues in module.CUES.items()
    }
