"""Answers for several municipalities at once: where each holds, and what became of it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from toolkit.domain.answers import OPEN, Answer, State
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.marks import minimum_word
from toolkit.domain.scoring.result import MinimumState

FEWEST = 2
"""Fewer municipalities than this are no region."""


class OfferState(StrEnum):
    """What a municipality did with an answer that was offered to it."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    ADAPTED = "adapted"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer as it was offered to one scan, by somebody with this function.

    ``stamp`` is that of this very answer: who decides about it sends it back.
    """

    answer: Answer
    function: str
    offered: datetime
    account: str | None = None
    state: OfferState = OfferState.OFFERED
    note: str = ""
    decided: datetime | None = None
    stamp: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody decided about it yet."""
        return self.state is OfferState.OFFERED

    @property
    def stands(self) -> bool:
        """Whether it holds as it was given, as far as anybody said."""
        return self.state in (OfferState.OFFERED, OfferState.ACCEPTED)

    @property
    def may_be_taken(self) -> bool:
        """Whether it can still be accepted; what was left may be taken after all."""
        return self.state in (OfferState.OFFERED, OfferState.LEFT)


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What somebody answers for the region, in which version.

    ``otherwise`` holds the municipalities where it is otherwise, each with its own answer; an open
    one still waits for it.
    """

    answer: Answer = OPEN
    version: int = 0
    otherwise: Mapping[str, Answer] = field(default_factory=dict)

    def answer_in(self, municipality: str) -> Answer:
        """Return the answer that holds in a municipality."""
        return self.otherwise.get(municipality, self.answer)

    def with_places(self, answer: Answer, places: Iterable[str]) -> OwnAnswer:
        """Return this with another answer, that is otherwise in these municipalities."""
        return replace(
            self, answer=answer, otherwise={one: self.otherwise.get(one, OPEN) for one in places}
        )

    def with_answer_in(self, municipality: str, answer: Answer) -> OwnAnswer:
        """Return this with the answer of one municipality."""
        return replace(self, otherwise={**self.otherwise, municipality: answer})

    def says_the_same(self, other: OwnAnswer) -> bool:
        """Return whether two versions say the same everywhere."""
        return (self.answer, dict(self.otherwise)) == (other.answer, dict(other.otherwise))


OwnAnswers = Mapping[str, OwnAnswer]
Offers = Mapping[str, Offer]
NOTHING_SAID = OwnAnswer()


def to_offer(
    questions: Iterable[Question],
    own: OwnAnswers,
    municipality: str,
    before: Offers,
    account: str,
) -> Mapping[str, Answer]:
    """Return what can be offered to a municipality now, by item: what it was not offered yet.

    The same answer is not offered twice, whatever was decided about it; what somebody else
    offered, and nobody decided about, stays.
    """
    given = {one.id: own.get(one.id, NOTHING_SAID).answer_in(municipality) for one in questions}
    return {
        item: answer
        for item, answer in given.items()
        if answer.state is not State.OPEN and _is_new(answer, before.get(item), account)
    }


def _is_new(answer: Answer, before: Offer | None, account: str) -> bool:
    if before is None:
        return True
    return before.answer != answer and (before.account == account or not before.waits)


def missing_everywhere(
    questionnaire: Questionnaire, offers: Iterable[Offers]
) -> tuple[Question, ...]:
    """Return the questions of the minimum line that are missing in every municipality.

    ``offers`` holds those of each municipality that was offered something; what it adapted or left
    is no longer known, and one municipality is no region.
    """
    every = tuple(one for one in offers if one)
    if len(every) < FEWEST:
        return ()
    questions = questionnaire.questions.values()
    return tuple(
        question for question in questions if all(_all_missing(questionnaire, question, every))
    )


def _all_missing(
    questionnaire: Questionnaire, question: Question, every: tuple[Offers, ...]
) -> Iterator[bool]:
    for offers in every:
        offer = offers.get(question.id)
        word = minimum_word(questionnaire, question, offer.answer) if offer else None
        yield offer is not None and offer.stands and word is MinimumState.MISSING
