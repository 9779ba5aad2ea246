"""Says an answer in words."""

from datetime import date
from decimal import Decimal

from toolkit.domain.answers import Value
from toolkit.domain.question_types import AGREEMENT
from toolkit.domain.questionnaire import Question
from toolkit.domain.report_rows import below, labels
from toolkit.wording import N_, Wording, capitalise

YES_PARTLY_NO = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
STATEMENTS = (N_("not at all"), N_("a little"), N_("quite"), N_("completely"))


def spoken(value: Value, question: Question, words: Wording) -> str:
    """Return an answer as people say it: the content's own words, or those of the interface."""
    own = labels(question, value)
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
    found = below(question, text)
    if found is None:
        return text
    first, rest = found
    return f"{words.text(first)} {capitalise(rest)}"
