"""Says an answer in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from toolkit.domain.answers import Value
from toolkit.domain.fields import Text
from toolkit.domain.question_types import AGREEMENT, kind_of
from toolkit.domain.questionnaire import Question
from toolkit.wording import N_, Wording, capitalise

# A level that begins with "Als 3, en …" comes on top of level 3.
_ON_TOP = re.compile(r"\w+ ([0-9]), (.+)", re.DOTALL)
YES_PARTLY_NO = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
STATEMENTS = (N_("not at all"), N_("a little"), N_("quite"), N_("completely"))


def spoken(value: Value, question: Question, words: Wording) -> str:
    """Return an answer as people say it: the content's own words, or those of the interface."""
    own = kind_of(question).labels(question, value)
    if own:
        return "; ".join(_in_full(words.text(label), question, words) for label in own)
    if question.item.type == "yes_partly_no":
        return words(YES_PARTLY_NO[str(value)])
    if question.item.type == "statement" and value in AGREEMENT:
        return words(STATEMENTS[int(Decimal(str(value)))])
    if isinstance(value, Decimal):
        return words.number(value)
    return words.day(value) if isinstance(value, date) else str(value)


def _in_full(text: str, question: Question, words: Wording) -> str:
    """Return a level with the one it builds on: “As 3, and …” says nothing by itself."""
    found = _below(question, text)
    if found is None:
        return text
    first, rest = found
    return f"{words.text(first)} {capitalise(rest)}"


def _below(question: Question, text: str) -> tuple[Text, str] | None:
    """Return the level that a text builds on, with the rest of the text, if it builds on one."""
    texts = question.level_words
    found = _ON_TOP.fullmatch(text)
    if found is None or int(found[1]) >= len(texts):
        return None
    return texts[int(found[1])], found[2]
