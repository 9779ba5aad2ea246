"""Texts that somebody copies into a mail of their own; this program sends none."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain.find_out import ToAsk, minutes_alone
from toolkit.wording import N_, Wording

HELLO = N_("Hello ……,")
WHY = N_(
    "We are looking whether our policy works for children too. You know things that I do not know."
)
NO_SHAME = N_("“I do not know” is a good answer.")
SHORT = N_("A few words are enough, by mail or by telephone.")
NOT_YOU = N_("Does somebody else know this better? Tell me who.")
TOGETHER = N_("Shall we go through them together, before ……? Name a moment that suits you.")
WHO_SEES = N_("Reports name your function only, never your name.")
NO_NAMES = N_("No names or recognisable stories of children, please.")
GREETING = N_("Kind regards,")


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject that says nothing to whoever looks over a shoulder, and the text."""

    subject: str
    text: str

    @property
    def lines(self) -> int:
        """How many lines to show, long ones counted as more."""
        return sum(1 + len(line) // 70 for line in self.text.split("\n"))


def to_find_out(rows: tuple[ToAsk, ...], words: Wording) -> Letter:
    """Return the mail that asks somebody these questions."""
    asked = (words.text(row.question.item.question) for row in rows)
    numbered = (f"{number}. {question}" for number, question in enumerate(asked, start=1))
    subject = words.plural(
        "A small question: %(count)s question about youth",
        "A small question: %(count)s questions about youth",
        len(rows),
    )
    answer = (words(SHORT), words(NO_NAMES), words(NOT_YOU))
    return Letter(subject, _letter(len(rows), "\n".join(numbered), " ".join(answer), words))


def invitation(count: int, words: Wording) -> Letter:
    """Return the mail that asks somebody to go through so many questions together."""
    subject = words.plural(
        "A small question: %(count)s question about youth, before ……",
        "A small question: %(count)s questions about youth, before ……",
        count,
    )
    who_sees = (words(WHO_SEES), words(NO_NAMES))
    return Letter(subject, _letter(count, words(TOGETHER), " ".join(who_sees), words))


def _letter(count: int, what: str, how: str, words: Wording) -> str:
    how_long = words.plural(
        "It is %(count)s question, about %(minutes)s minutes.",
        "It is %(count)s questions, about %(minutes)s minutes.",
        count,
        minutes=minutes_alone(count),
    )
    why = " ".join((words(WHY), how_long, words(NO_SHAME)))
    return "\n\n".join((words(HELLO), why, what, how, words(GREETING)))
