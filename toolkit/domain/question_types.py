"""The kinds of question: what an answer may be, what it is worth, how a condition reads it.

One small class a kind, found by name in `QUESTION_TYPES`. The name is also the name of the
template that prints the question.
"""

import re
from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from toolkit.domain.answers import Value
from toolkit.domain.conditions import Reading
from toolkit.domain.fields import DAY, Text
from toolkit.domain.items import QuestionTypeName
from toolkit.domain.kind import Kind
from toolkit.domain.plain_text import NotPlainText, plain
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import (
    NotAnAnswer,
    Raw,
    chosen,
    named,
    single,
    to_number,
    to_option,
    to_step,
)

ZERO = Decimal(0)
YES_PARTLY_NO = {"yes": Decimal(4), "partly": Decimal(2), "no": ZERO}
AGREEMENT = tuple(Decimal(points) for points in range(4))


class _Steps(Kind):
    """One of some numbers, which are the points."""

    @abstractmethod
    def steps(self, question: Question) -> tuple[Decimal, ...]:
        """Return the numbers, rising."""

    def parse(self, question: Question, raw: Raw) -> Value:
        return to_step(raw, self.steps(question))

    def points(self, question: Question, value: Value) -> Decimal:
        for step in self.steps(question):
            if step == value:
                return step
        raise ValueError(f"{question.id} has no level {value!r}")

    def maximum(self, question: Question) -> Decimal:
        return max(self.steps(question), default=ZERO)

    def values(self, question: Question) -> tuple[Value, ...]:
        return self.steps(question)

    def read(self, question: Question, value: Value) -> Reading:
        points = self.points(question, value)
        return Reading(frozenset({named(points)}), points)


class Scale(_Steps):
    """One level of a scale; the points are the value of the level."""

    name: QuestionTypeName = "scale"
    uses = frozenset(("scale", "anchors"))

    def steps(self, question: Question) -> tuple[Decimal, ...]:
        return question.steps

    def labels(self, question: Question, value: Value) -> tuple[Text, ...]:
        pairs = zip(self.steps(question), question.level_words, strict=True)
        return tuple(words for step, words in pairs if step == value)


class Statement(_Steps):
    """Agreement in four steps, 0 (not at all) to 3 (completely)."""

    name: QuestionTypeName = "statement"

    def steps(self, question: Question) -> tuple[Decimal, ...]:
        return AGREEMENT


class _Options(Kind):
    """What the item itself gives to choose from; its options have points, or nothing has."""

    uses = frozenset(("options",))
    scored = False

    def labels(self, question: Question, value: Value) -> tuple[Text, ...]:
        names = chosen(value)
        return tuple(option.label for option in question.item.options if option.id in names)


class Choice(_Options):
    """One of the item's own options."""

    name: QuestionTypeName = "choice"

    def parse(self, question: Question, raw: Raw) -> Value:
        return to_option(question.item.options, single(raw)).id

    def points(self, question: Question, value: Value) -> Decimal:
        return to_option(question.item.options, str(value)).points or ZERO

    def maximum(self, question: Question) -> Decimal:
        return max((option.points or ZERO for option in question.item.options), default=ZERO)

    def values(self, question: Question) -> tuple[Value, ...]:
        return tuple(option.id for option in question.item.options)

    def read(self, question: Question, value: Value) -> Reading:
        option = to_option(question.item.options, str(value))
        return Reading(frozenset({option.id}), option.points)


class MultiChoice(_Options):
    """Any of the item's own options; the sum of their points, at most the item's maximum."""

    name: QuestionTypeName = "multi_choice"
    uses = frozenset(("options", "exclusive", "maximum"))

    def parse(self, question: Question, raw: Raw) -> Value:
        given = (raw,) if isinstance(raw, str) else raw
        options = tuple(to_option(question.item.options, text.strip()) for text in given)
        if not options:
            raise NotAnAnswer("empty", raw)
        ids = {option.id for option in options}
        if len(ids) < len(options):
            twice = (option.id for option in options if options.count(option) > 1)
            raise NotAnAnswer("repeated", raw, tuple(dict.fromkeys(twice)))
        alone = tuple(option.id for option in options if option.exclusive)
        if alone and len(options) > 1:
            raise NotAnAnswer("stands_alone", raw, alone)
        return tuple(option.id for option in question.item.options if option.id in ids)

    def points(self, question: Question, value: Value) -> Decimal:
        options = (to_option(question.item.options, name) for name in chosen(value))
        earned = sum((option.points or ZERO for option in options), ZERO)
        return min(earned, self.maximum(question))

    def maximum(self, question: Question) -> Decimal:
        if question.item.maximum is not None:
            return question.item.maximum
        return sum((option.points or ZERO for option in question.item.options), ZERO)

    def values(self, question: Question) -> tuple[Value, ...]:
        options = question.item.options
        together = tuple(option.id for option in options if not option.exclusive)
        return (*((option.id,) for option in options), *((together,) if together else ()))

    def read(self, question: Question, value: Value) -> Reading:
        scored = any(option.points is not None for option in question.item.options)
        return Reading(frozenset(chosen(value)), self.points(question, value) if scored else None)


class YesPartlyNo(Kind):
    """Yes, partly or no: 4, 2 and 0 points."""

    name: QuestionTypeName = "yes_partly_no"

    def parse(self, question: Question, raw: Raw) -> Value:
        text = single(raw)
        if text not in YES_PARTLY_NO:
            raise NotAnAnswer("unknown_option", text, tuple(YES_PARTLY_NO))
        return text

    def points(self, question: Question, value: Value) -> Decimal:
        return YES_PARTLY_NO[str(value)]

    def maximum(self, question: Question) -> Decimal:
        return YES_PARTLY_NO["yes"]

    def values(self, question: Question) -> tuple[Value, ...]:
        return tuple(reversed(YES_PARTLY_NO))

    def read(self, question: Question, value: Value) -> Reading:
        return Reading(frozenset({str(value)}), self.points(question, value))


class _Unscored(Kind):
    """What the kinds share that never carry points."""

    scored = False
    endless = True

    def points(self, question: Question, value: Value) -> Decimal:
        raise ValueError(f"{question.id} is never scored")

    def maximum(self, question: Question) -> Decimal:
        return ZERO

    def values(self, question: Question) -> tuple[Value, ...]:
        return ()

    def read(self, question: Question, value: Value) -> Reading:
        return Reading(frozenset({str(value)}))


class Number(_Unscored):
    """A number of zero or more, with at most two digits behind a point or a comma."""

    name: QuestionTypeName = "number"
    uses = frozenset(("minimum", "maximum"))
    sized = True

    def parse(self, question: Question, raw: Raw) -> Value:
        given = to_number(raw)
        low, high = question.item.minimum, question.item.maximum
        if low is not None and given < low:
            raise NotAnAnswer("too_low", single(raw), (named(low),))
        if high is not None and given > high:
            raise NotAnAnswer("too_high", single(raw), (named(high),))
        return given

    def read(self, question: Question, value: Value) -> Reading:
        size = Decimal(str(value))
        return Reading(frozenset({named(size)}), size)


class FreeText(_Unscored):
    """Text in one's own words, never scored."""

    name: QuestionTypeName = "text"

    def parse(self, question: Question, raw: Raw) -> Value:
        try:
            text = plain(single(raw))
        except NotPlainText as problem:
            raise NotAnAnswer("too_long", raw, (str(problem.longest),)) from None
        if not text:
            raise NotAnAnswer("empty", raw)
        return text


class Date(_Unscored):
    """A day, written as 2026-12-31."""

    name: QuestionTypeName = "date"

    def parse(self, question: Question, raw: Raw) -> Value:
        text = single(raw)
        try:
            if re.fullmatch(DAY, text, re.ASCII):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise NotAnAnswer("not_a_day", text)


QUESTION_TYPES: Mapping[QuestionTypeName, Kind] = {
    kind.name: kind
    for kind in (
        Scale(),
        Choice(),
        MultiChoice(),
        YesPartlyNo(),
        Statement(),
        Number(),
        FreeText(),
        Date(),
    )
}


def kind_of(question: Question) -> Kind:
    """Return the kind of this question."""
    return QUESTION_TYPES[question.item.type]
