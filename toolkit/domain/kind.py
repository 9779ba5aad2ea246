"""What every kind of question can do."""

from abc import ABC, abstractmethod
from decimal import Decimal

from toolkit.domain.answers import Value
from toolkit.domain.conditions import Reading
from toolkit.domain.fields import Text
from toolkit.domain.items import QuestionTypeName
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import Raw


class Kind(ABC):
    """A kind of question: what an answer may be, what it is worth, how it is read.

    ``uses`` are the keys of an item that belong to this kind and not to every one. ``scored``
    says that answers have points of their own, without options that give them; ``endless`` that
    answers cannot be listed; ``sized`` that they are compared by size all the same.
    """

    name: QuestionTypeName
    uses: frozenset[str] = frozenset()
    scored: bool = True
    endless: bool = False
    sized: bool = False

    @abstractmethod
    def parse(self, question: Question, raw: Raw) -> Value:
        """Return the value of a raw answer; raise `NotAnAnswer` when it has none."""

    @abstractmethod
    def points(self, question: Question, value: Value) -> Decimal:
        """Return the points of an answer, between 0 and `maximum`."""

    @abstractmethod
    def maximum(self, question: Question) -> Decimal:
        """Return the most points an answer can have; 0 for a kind that is never scored."""

    @abstractmethod
    def values(self, question: Question) -> tuple[Value, ...]:
        """Return single values that can be given, worst to best as written; empty if endless."""

    @abstractmethod
    def read(self, question: Question, value: Value) -> Reading:
        """Return what a condition may know of this answer."""

    def labels(self, question: Question, value: Value) -> tuple[Text, ...]:
        """Return the content's own words for a value; none where the interface has the words."""
        return ()
