"""Texts that somebody copies into a mail of their own, or that the program mails."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toolkit.domain.find_out import ToAsk, minutes_alone
from toolkit.domain.progress import MINUTES_A_QUESTION
from toolkit.domain.questionnaire import Question
from toolkit.wording import N_, Wording

HELLO = N_("Hello ……,")
WHY = N_(
    "We are looking whether our policy works for children too. You know things that I do not know."
)
NO_SHAME = N_("“I do not know” is a good answer.")
SHORT = N_("A few words are enough, by mail or by telephone.")
NOT_YOU = N_("Does somebody else know this better? Tell me who.")
TOGETHER = N_("Shall we go through them together, before …… (date)? Name a moment that suits you.")
WHO_SEES = N_(
    "The colleagues who make the scan see what you answer. Reports name your function only, never "
    "your name."
)
THE_QUESTIONS = N_("The questions:")
NO_NAMES = N_("Never write names or recognisable stories of children.")
GREETING = N_("Kind regards,")
DEAR = N_("Hello %(name)s,")
NO_PASSWORD = N_("You need no password. This link is for you alone, and works once:")
IN_DOUBT = N_(
    "Do you doubt this link? Call me, or type %(address)s yourself and fill in this code: %(code)s."
)
UNTIL = N_("The link and the code work until %(day)s.")
REMINDER = N_(
    "A small reminder: I am still curious about your answers. What you filled in is kept, and you "
    "can go on where you were."
)
STOP = N_("Do you want no reminders? On the page with your questions you can say so.")
READ_ALONG = N_(
    "With this link you can read our scan along: the outcome, the documents and what we will do. You "
    "need no password, and you can change nothing:"
)
READS_UNTIL = N_("The link works until %(day)s. It is for you alone; please do not pass it on.")
READING = N_("Reading along with our scan")
AGAIN = N_("You asked for a new link. What you filled in is kept.")


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject that says nothing to whoever looks over a shoulder, and the text."""

    subject: str
    text: str

    @property
    def lines(self) -> int:
        """How many lines to show, long ones counted as more."""
        return sum(1 + len(line) // 70 for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Invited:
    """What a mail to somebody who is invited names; ``count`` questions are still theirs."""

    name: str
    count: int
    due: date | None
    link: str
    address: str
    code: str
    until: date
    sender: str


def reading_along(wish: tuple[str, date], where: str, words: Wording) -> Letter:
    """Return the mail with a link to read along (``wish``: for whom, until which day)."""
    name, ends = wish
    link = "\n".join((words(READ_ALONG), where))
    until = words(READS_UNTIL, day=words.weekday(ends))
    text = "\n\n".join((words(DEAR, name=name), link, until, words(GREETING)))
    return Letter(words(READING), text)


def asking(to: Invited, words: Wording) -> Letter:
    """Return the mail that invites somebody."""
    how_long = _how_long(to.count, minutes_alone(to.count), words)
    why = " ".join((words(WHY), how_long, words(NO_SHAME)))
    return Letter(_subject(to, words), _to_invited(to, why, words))


def reminding(to: Invited, words: Wording) -> Letter:
    """Return the mail that reminds somebody, once or twice."""
    how_long = _how_long(to.count, minutes_alone(to.count), words)
    body = " ".join((words(REMINDER), how_long, words(STOP)))
    return Letter(
        words("Reminder: %(subject)s", subject=_subject(to, words)), _to_invited(to, body, words)
    )


def anew(to: Invited, words: Wording) -> Letter:
    """Return the mail with a new link, for whoever asked for one."""
    return Letter(_subject(to, words), _to_invited(to, words(AGAIN), words))


def _subject(to: Invited, words: Wording) -> str:
    """Return a subject that tells nothing to whoever looks over a shoulder."""
    if to.due is None:
        return words.plural(
            "A small question: %(count)s question about youth",
            "A small question: %(count)s questions about youth",
            to.count,
        )
    return words.plural(
        "A small question: %(count)s question about youth, before %(day)s",
        "A small question: %(count)s questions about youth, before %(day)s",
        to.count,
        day=words.weekday(to.due),
    )


def _to_invited(to: Invited, body: str, words: Wording) -> str:
    doubt = words(IN_DOUBT, address=to.address, code=to.code)
    until = words(UNTIL, day=words.weekday(to.until))
    link = "\n".join((words(NO_PASSWORD), to.link))
    regards = "\n".join((words(GREETING), to.sender)).rstrip()
    return "\n\n".join((words(DEAR, name=to.name), body, link, f"{doubt} {until}", regards))


def to_find_out(rows: tuple[ToAsk, ...], words: Wording) -> Letter:
    """Return the mail that asks somebody these questions."""
    numbered = _numbered((row.question for row in rows), words)
    minutes = minutes_alone(len(rows))
    subject = words.plural(
        "A small question: %(count)s question about youth",
        "A small question: %(count)s questions about youth",
        len(rows),
    )
    answer = (words(SHORT), words(NO_NAMES), words(NOT_YOU))
    return Letter(
        subject, _letter(_how_long(len(rows), minutes, words), numbered, " ".join(answer), words)
    )


def together(questions: tuple[Question, ...], words: Wording) -> Letter:
    """Return the mail that asks somebody to go through these questions together."""
    count = len(questions)
    subject = words.plural(
        "A small question: %(count)s question about youth, before ……",
        "A small question: %(count)s questions about youth, before ……",
        count,
    )
    who_sees = (words(WHO_SEES), words(NO_NAMES))
    how_long = _how_long(count, count * MINUTES_A_QUESTION, words)
    letter = _letter(how_long, words(TOGETHER), " ".join(who_sees), words)
    listed = "\n".join((words(THE_QUESTIONS), _numbered(questions, words)))
    return Letter(subject, f"{letter}\n\n{listed}")


def _numbered(questions: Iterable[Question], words: Wording) -> str:
    asked = (words.text(question.item.question) for question in questions)
    return "\n".join(f"{number}. {one}" for number, one in enumerate(asked, start=1))


def _how_long(count: int, minutes: int, words: Wording) -> str:
    return words.plural(
        "It is %(count)s question, about %(minutes)s minutes.",
        "It is %(count)s questions, about %(minutes)s minutes.",
        count,
        minutes=minutes,
    )


def _letter(how_long: str, what: str, how: str, words: Wording) -> str:
    why = " ".join((words(WHY), how_long, words(NO_SHAME)))
    return "\n\n".join((words(HELLO), why, what, how, words(GREETING)))
