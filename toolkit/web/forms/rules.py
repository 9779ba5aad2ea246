"""What may stand in each field of text: kind, length, range; the one table (R9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from re import ASCII, fullmatch

from wtforms import Form

from toolkit.documents.scanfile_model import LONGEST_LINE
from toolkit.domain.blanks import APPRAISALS, BLANKS, BlankKind, longest
from toolkit.domain.days import as_in_files
from toolkit.domain.fields import DAY
from toolkit.domain.plain_text import LONGEST_TEXT, NotPlainText, plain
from toolkit.domain.scan import ActionStatus
from toolkit.wording import N_, Wording

TOO_LONG = N_("This text is longer than %(longest)s characters. Nothing is lost; make it shorter.")
NOT_A_DAY = N_("Write an existing date, such as 31-12-2026.")
NOT_A_LINK = N_("A link begins with https:// or mailto:. Leave it empty if there is none.")
NOT_OFFERED = N_("Choose one of the words in the list.")
NO_NAME = N_("Write the name of the municipality, or of the municipalities together.")
NO_TITLE = N_("Write what the document is called.")
NO_ACTION = N_("Write what will be done.")
NO_REASON = N_("Write in one sentence why the scan is corrected.")
NO_APPROVER = N_("Write which function approved this.")
NO_WHY = N_("Write in a few words what is different in your municipality.")
NO_SIDE_REASON = N_("Write in a few words why somebody answers this.")
NO_TEXT = N_("Write the text that has to go.")
NO_PERSON = N_("Write how colleagues call this person. Only you and the deputy see it.")
NOT_AN_ADDRESS = N_("Write an e-mail address, such as naam@gemeente.nl, or leave it empty.")
NOT_A_CODE = N_(
    "A code begins with GM and has four digits, such as GM0344. Leave it empty if unsure."
)
NOT_A_NUMBER = N_("Write a whole number up to ten million in digits, such as 48.000.")
MAILBOX = r"[^\s@<>()\[\],;:\"\\]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
NO_MAILBOX = N_("Write the e-mail address of this person.")
NO_READER = N_("Write for whom the link is. Only you and the deputy see it.")
NO_LAST_DAY = N_("Write until which day, such as 31-12-2026.")
NO_YEARS = N_("Write a number of years in figures, such as 10.")
KINDS = ("policy", "plan", "agreement", "decision", "figures", "other")
ADOPTERS = ("officials", "executive")
STATUSES: tuple[ActionStatus, ...] = ("proposed", "decided", "busy", "done", "dropped")
SCHEMES = ("https://", "mailto:")


class Refused(ValueError):
    """What was sent cannot stand in its field; the argument is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line; with a sentence in ``empty`` it has to be there."""

    longest: int = LONGEST_LINE
    empty: str = ""
    one_line: bool = True

    def read(self, sent: str) -> str:
        """Return the text as it is kept; raise `Refused`."""
        try:
            text = plain(sent, longest=self.longest, one_line=self.one_line)
        except NotPlainText:
            raise Refused(TOO_LONG) from None
        if self.empty and not text:
            raise Refused(self.empty)
        return text


@dataclass(frozen=True, slots=True)
class Prose(Line):
    """Text on as many lines as somebody likes."""

    longest: int = LONGEST_TEXT
    one_line: bool = False


@dataclass(frozen=True, slots=True)
class Link(Line):
    """An address that a page may lead to, or nothing (R2)."""

    def read(self, sent: str) -> str:
        """Return the address, with https:// before www; raise `Refused`."""
        text = Line.read(self, sent)
        if text.startswith("www."):
            text = f"https://{text}"
        if text and not text.startswith(SCHEMES):
            raise Refused(NOT_A_LINK)
        return text


@dataclass(frozen=True, slots=True)
class Day(Line):
    """A day from 1900 to 2100 as a browser sends it or as people write it, or nothing."""

    longest: int = 10

    def read(self, sent: str) -> str:
        """Return the day as a browser sends it; raise `Refused`."""
        text = as_in_files(sent)
        if self.empty and not text:
            raise Refused(self.empty)
        if text and not fullmatch(DAY, text, ASCII):
            raise Refused(NOT_A_DAY)
        try:
            day_in(text)
        except ValueError:
            raise Refused(NOT_A_DAY) from None
        return text


@dataclass(frozen=True, slots=True)
class Address(Line):
    """An address to mail to, in small letters, or nothing."""

    longest: int = 254

    def read(self, sent: str) -> str:
        """Return the address; raise `Refused`."""
        text = Line.read(self, sent).lower()
        if text and not fullmatch(MAILBOX, text, ASCII):
            raise Refused(NOT_AN_ADDRESS)
        return text


@dataclass(frozen=True, slots=True)
class Code(Line):
    """The code that Statistics Netherlands gives a municipality, or nothing."""

    longest: int = 10

    def read(self, sent: str) -> str:
        """Return the code in capitals; raise `Refused`."""
        text = Line.read(self, sent).upper()
        if text and not fullmatch(r"GM[0-9]{4}", text, ASCII):
            raise Refused(NOT_A_CODE)
        return text


@dataclass(frozen=True, slots=True)
class Residents(Line):
    """How many people live somewhere, as people write it, or nothing."""

    longest: int = 20

    def read(self, sent: str) -> str:
        """Return the number in digits only; raise `Refused`."""
        text = Line.read(self, sent)
        digits = "".join(sign for sign in text if sign not in ". ")
        if text and not fullmatch(r"[1-9][0-9]{0,6}", digits, ASCII):
            raise Refused(NOT_A_NUMBER)
        return digits


@dataclass(frozen=True, slots=True)
class OneOf(Line):
    """One of a few words."""

    words: tuple[str, ...] = ()

    def read(self, sent: str) -> str:
        """Return the word; raise `Refused`."""
        if sent not in self.words:
            raise Refused(NOT_OFFERED)
        return sent


@dataclass(frozen=True, slots=True)
class Years(Line):
    """A number of years, or nothing."""

    longest: int = 3

    def read(self, sent: str) -> str:
        """Return the number; raise `Refused`."""
        text = sent.strip()
        if text and not fullmatch("[1-9][0-9]{0,2}", text, ASCII):
            raise Refused(NO_YEARS)
        return text


Rule = Line | Prose | Link | Day | Address | Code | Residents | OneOf | Years


def _blank(name: str, kind: BlankKind) -> Rule:
    if kind is BlankKind.DAY:
        return Day()
    if kind is BlankKind.CHOICE:
        return OneOf(words=("", *APPRAISALS))
    return Years() if kind is BlankKind.NUMBER else Line(longest=longest(name))


LONGEST_NAME = 120
_PERSON: Mapping[str, Rule] = {
    "name": Line(longest=LONGEST_NAME, empty=NO_PERSON),
    "email": Address(empty=NO_MAILBOX),
    "number": Line(longest=9),
}
_PLACE = Line(longest=LONGEST_NAME, empty=NO_NAME)
RULES: Mapping[str, Mapping[str, Rule]] = {
    "frame": {"name": Line(longest=LONGEST_NAME, empty=NO_NAME)},
    "answer": {"note": Prose(), "reason": Prose(), "evidence": Prose()},
    "evidence": {
        "title": Line(empty=NO_TITLE),
        "kind": OneOf(words=KINDS),
        "dated": Day(),
        "valid_until": Day(),
        "link": Link(),
        "citation": Line(),
    },
    "correction": {"reason": Line(empty=NO_REASON), "approver": Line(empty=NO_APPROVER)},
    "invitation": {
        "name": Line(longest=LONGEST_NAME, empty=NO_PERSON),
        "email": Address(),
        "number": Line(longest=9),
        "due": Day(),
    },
    "member": _PERSON,
    "member_name": {"name": _PERSON["name"]},
    "share": {**_PERSON, "until": Day(empty=NO_LAST_DAY)},
    "reader": {
        "name": Line(longest=LONGEST_NAME, empty=NO_READER),
        "until": Day(empty=NO_LAST_DAY),
    },
    "told_back": {"told": Day(), "again": Day()},
    "share_place": {"place": _PLACE, "place_until": Day(empty=NO_LAST_DAY)},
    "new_place": {**_PERSON, "place": _PLACE},
    "place_name": {"place": _PLACE},
    "about_place": {"code": Code(), "region": Line(), "population": Residents()},
    "own_address": {"email": Address()},
    "outcome_day": {"day": Day()},
    "disagreement": {
        "first_function": Line(),
        "first_reason": Prose(empty=NO_SIDE_REASON),
        "second_function": Line(),
        "second_reason": Prose(empty=NO_SIDE_REASON),
    },
    "blanks": {name: _blank(name, kind) for name, kind in BLANKS.items()},
    "rectification": {"text": Prose(empty=NO_TEXT)},
    "adaptation": {"why": Prose(empty=NO_WHY)},
    "adoption": {"by": OneOf(words=ADOPTERS), "day": Day(), "decision": Line()},
    "remark": {"text": Prose(), "function": Line()},
    "workshop_words": {"text": Prose()},
    "agreement": {
        "what": Prose(longest=LONGEST_LINE),
        "who": Line(),
        "due": Day(),
        "item": Line(),
        "child_notices": Prose(longest=LONGEST_LINE),
    },
    "action": {
        "what": Prose(empty=NO_ACTION),
        "owner": Line(),
        "due": Day(),
        "status": OneOf(words=STATUSES),
        "child_notices": Prose(),
        "note": Prose(),
        "reason": Prose(),
    },
}


def read(form: Form, rules: Mapping[str, Rule], words: Wording) -> bool:
    """Put each text in its field as it is kept, or say there what is wrong; return whether all can."""
    for name, rule in rules.items():
        try:
            form[name].data = rule.read(str(form[name].data or ""))
        except Refused as refused:
            form[name].errors = (words(str(refused), longest=words.number(rule.longest)),)
    return not any(form[name].errors for name in rules)


def day_in(text: str) -> date | None:
    """Return the day that a field holds; raise `ValueError` for one that does not exist."""
    return date.fromisoformat(text) if text else None
