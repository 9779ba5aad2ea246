"""Points at what somebody should look at before a scan is published, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from toolkit.domain.concern import seems_about_a_child
from toolkit.domain.fields import Text
from toolkit.domain.library import Library
from toolkit.domain.pattern import Pattern
from toolkit.domain.people import first_names
from toolkit.domain.privacy import PersonalData, warnings
from toolkit.domain.publication import Passage, Sentence, stamp
from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import Mark, MinimumState, Result


class Why(StrEnum):
    """Why somebody should look at a sentence first."""

    PERSON = "person"
    CONTACT = "contact"
    CHILD = "child"
    FEW = "few"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage to decide about: a sentence, or a question with what a low answer gives away.

    ``question`` is absent for a sentence that somebody wrote; ``because`` is then absent too.
    """

    passage: Passage
    whys: tuple[Why, ...]
    text: str = ""
    question: Question | None = None
    state: MinimumState | None = None
    because: Text | None = None


ITEMS = "items."
# A case number of the municipality's own is nobody's, and a decision has a number.
OWN_NUMBERS = frozenset(("blanks.case_number", "frame.decision"))
_WHOSE: Mapping[PersonalData, Why] = {PersonalData.NAME_WITH_AGE: Why.CHILD}
_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{1,30}"
_TITLED = Pattern(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Dd]rs\.|[Ii]ng\.|[Ii]r\.|[Mm]r\.|[Dd]r\."
    r"|[Pp]rof\.|[Ww]ethouder|[Bb]urgemeester|[Mm]rs\.?|[Mm]s\.?|[Aa]lderman|[Mm]ayor)"
    rf" (?:(?:van|de|der|den|ten|ter|[A-Z]\.) ?){{0,4}}{_CAPITAL}"
)
_CHILDREN = (
    "kinderen|kind|jongeren|jongere|meisjes|meisje|jongens|jongen|minderjarigen|minderjarige"
    "|slachtoffers|slachtoffer|leerlingen|leerling|cliënten|cliënt|casussen|casus|meldingen|melding"
    "|signalen|signaal|children|child|girls|girl|boys|boy|minors|minor|victims|victim|pupils|pupil"
    "|cases|reports"
)
_FEW = Pattern(
    rf"(?<![\w.,-])(?:[1-4]|één|twee|drie|vier|one|two|three|four) (?:\w{{1,25}} ){{0,2}}(?:{_CHILDREN})\b",
    re.IGNORECASE,
)
_WHEN = Pattern(
    r"\b(?:avonds?|nachts?|nacht|weekend(?:en)?|kantooruren|kantoortijd|vrijdag(?:avond)?|zaterdag|zondag"
    r"|vakanties?|[0-2]?[0-9][.:][0-5][0-9]|[0-2]?[0-9] uur|evenings?|nights?|weekends?|office hours)\b",
    re.IGNORECASE,
)
_NOBODY = Pattern(
    r"\b(?:niemand|geen|niet|nooit|alleen|onbereikbaar|onbezet|gesloten|dicht|nobody|no one|not|never|only"
    r"|closed|unavailable)\b",
    re.IGNORECASE,
)
_UNWATCHED = Pattern(
    r"\b(?:geen|zonder|nauwelijks|weinig|niet|no|without|hardly any) (?:\w{1,25} ){0,3}"
    r"(?:toezicht|bewaking|controle|controles|beveiliging|cameratoezicht|supervision|guards?|checks?)\b",
    re.IGNORECASE,
)


def in_sentences(sentences: Iterable[Sentence], public: Collection[str]) -> Iterator[Finding]:
    """Yield each sentence that somebody should look at; ``public`` are numbers of helplines."""
    for sentence in sentences:
        whys = tuple(why for why in Why if why in _whys(sentence, public))
        if whys:
            yield Finding(sentence.passage, whys, text=sentence.text)


def in_answers(result: Result, library: Library) -> Iterator[Finding]:
    """Yield each low answer that shows where somebody could do harm unseen."""
    for gap in library.publication.gaps:
        own = gap.questionnaire == result.questionnaire.id
        mark = result.marks.get(gap.item) if own else None
        if mark is not None and _shows_a_gap(mark):
            known = "".join(mark.question.item.question.root.values())
            passage = Passage(f"{ITEMS}{mark.id}", stamp(f"{known}{mark.minimum}"))
            yield Finding(
                passage,
                (Why.GAP,),
                question=mark.question,
                state=mark.minimum,
                because=gap.why,
            )


def _shows_a_gap(mark: Mark) -> bool:
    return mark.points is not None and mark.points * 2 < mark.maximum


def _whys(sentence: Sentence, public: Collection[str]) -> Iterator[Why]:
    text = sentence.text
    if _TITLED.search(text) or any(text[start].isupper() for start, _ in first_names(text)):
        yield Why.PERSON
    for found in warnings(text, public=public):
        own = found.kind is PersonalData.CASE_NUMBER and sentence.place in OWN_NUMBERS
        if not own:
            yield _WHOSE.get(found.kind, Why.CONTACT)
    if seems_about_a_child(text) is not None:
        yield Why.CHILD
    if _FEW.search(text):
        yield Why.FEW
    if (_WHEN.search(text) and _NOBODY.search(text)) or _UNWATCHED.search(text):
        yield Why.GAP
