"""The form of one question: what was answered, over which version, by which request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from re import fullmatch, sub

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField, TextAreaField
from wtforms.validators import ValidationError

from toolkit.domain.answers import OPEN, Answer, State, Value
from toolkit.domain.days import as_in_files
from toolkit.domain.plain_text import LONGEST_TEXT, plain
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import NotAnAnswer
from toolkit.web.forms.fields import RawField
from toolkit.web.forms.rules import NOT_A_DAY, RULES, TOO_LONG, read
from toolkit.wording import N_, Wording

NO_REASON = N_("Say in a few words why this does not apply here.")
ALWAYS_APPLIES = N_("This question always applies. Choose an answer, or “I do not know”.")
BOTH = N_("Give an answer, or choose “I do not know”. Not both.")
ONE_OR_BOTH = N_("Give one answer, or leave your disagreement as it stands. Not both.")
NOBODY = N_("Choose who might know the answer, then press “Pass on” again.")
NO_VERSION = N_("This form is damaged. Load the page again; what was saved is still there.")
COMPLAINTS: Mapping[str, str] = {
    "one_value": N_("Choose one answer."),
    "unknown_option": N_("Choose one of the answers below."),
    "not_a_level": N_("Choose one of the answers below."),
    "not_a_number": N_("Write a number in digits, such as 48000. Nothing else is needed."),
    "thousands": N_("Write the number without points and commas: %(allowed)s."),
    "too_low": N_("This number is too low. It must be at least %(allowed)s."),
    "too_high": N_("This number is too high. It can be at most %(allowed)s."),
    "not_a_day": NOT_A_DAY,
    "stands_alone": N_("“%(allowed)s” cannot be chosen together with other answers."),
    "repeated": N_("The same answer was sent twice. Choose again."),
    "empty": N_("This answer is empty. Write something, or choose “I do not know”."),
    "too_long": TOO_LONG,
}
UNKNOWN, NOT_APPLICABLE, DISPUTED, NOTHING = "!unknown", "!not_applicable", "!disputed", "!open"
_STATES = {UNKNOWN: State.UNKNOWN, NOT_APPLICABLE: State.NOT_APPLICABLE, NOTHING: State.OPEN}
"""Words that are no option's id; a radio button sends one of them instead of a value."""


GROUPED = r"[1-9][0-9]{0,2}(?:[. \u00a0\u202f][0-9]{3})+"
"""A whole number as people write it: 28.000 or 28 000."""
VERSION, REQUEST = r"[0-9]{1,9}", r"[0-9A-Za-z_-]{8,64}"


class AnswerForm(Form):
    """What was sent about one question; its names begin with the id of the question.

    Seven of them are buttons: ``over`` replaces what a colleague answered in that version,
    ``sure`` keeps a text that was pointed at, ``leave`` lets go of what was written, ``pass_on``
    passes the question on to ``ask``, ``confirm`` says that an answer of the last round still holds,
    ``differ`` keeps both this answer and that of a colleague in that version, ``disagree`` leads
    to the page on which two answers are given.
    """

    value = RawField()
    state = StringField()
    note = TextAreaField()
    reason = TextAreaField()
    evidence = TextAreaField()
    version = StringField()
    request_id = StringField()
    ask = StringField()
    over = StringField()
    sure = StringField()
    leave = StringField()
    pass_on = StringField()
    confirm = StringField()
    differ = StringField()
    disagree = StringField()

    @classmethod
    def of(cls, question: Question, sent: MultiDict[str, str] | None = None) -> AnswerForm:
        """Return the form of a question, with what was sent for it."""
        return cls(sent, prefix=f"{question.id}-")

    @property
    def seen(self) -> int:
        """The version over which the answer was given."""
        return int(self.over.data or self.differ.data or self.version.data or 0)

    @property
    def of_page(self) -> int:
        """The version that the page shows; 0 when that was damaged."""
        version = self.version.data or ""
        return int(version) if fullmatch(VERSION, version) else 0

    @property
    def request(self) -> str:
        """The id of the request, or nothing when that was damaged."""
        sent = self.request_id.data or ""
        return sent if fullmatch(REQUEST, sent) else ""

    @property
    def let_go(self) -> bool:
        """Whether somebody chose to keep what is saved instead of what they wrote."""
        return bool(self.leave.data)

    @property
    def passes(self) -> bool:
        """Whether somebody passes the question on."""
        return bool(self.pass_on.data)

    @property
    def confirms(self) -> bool:
        """Whether somebody says that an answer of the last round still holds."""
        return bool(self.confirm.data)

    @property
    def two_sided(self) -> bool:
        """Whether somebody wants two answers to stand, and is to say more about both."""
        return bool(self.differ.data or self.disagree.data)

    @property
    def shows_anew(self) -> bool:
        """Whether the controls no longer hold what is kept once this was carried out."""
        return bool(self.leave.data or self.differ.data)

    @property
    def was_sent(self) -> bool:
        """Whether this question was part of what was sent at all."""
        return bool(self.request_id.data)

    def read(self, question: Question, before: Answer, words: Wording) -> Answer | None:
        """Return the answer, or nothing; what is wrong then stands in ``errors``.

        ``before`` is the answer that was seen: what this form does not ask stays as it was.
        """
        sound = self._texts(words)
        state = self._state()
        try:
            return _as_before(self._answer(question, before, state), before) if sound else None
        except NotAnAnswer as refused:
            self.value.errors = (complaint(question, refused, words),)
        except ValidationError as refused:
            at_fault = self.value if str(refused) in (BOTH, ONE_OR_BOTH) else self.reason
            at_fault.errors = (words(str(refused)),)
        return None

    def _texts(self, words: Wording) -> bool:
        short = read(self, RULES["answer"], words)
        numbers = tuple(one.data or "0" for one in (self.version, self.over, self.differ))
        sound = all(fullmatch(VERSION, number) for number in numbers)
        if not (sound and self.request):
            self.value.errors = (words(NO_VERSION),)
            return False
        return short

    def _state(self) -> State:
        """Return the state that was chosen, by its own field or by a word among the values."""
        named = next((state for state in State if state.value == self.state.data), None)
        chosen = next((_STATES[value] for value in self.value.data if value in _STATES), None)
        given = any(value.strip() for value in self.value.data)
        return named or chosen or (State.ANSWERED if given else State.OPEN)

    def _answer(self, question: Question, before: Answer, state: State) -> Answer:
        kept = replace(
            OPEN,
            state=state,
            note=self.note.data or "",
            evidence=_lines(self.evidence.data),
        )
        if state is State.ANSWERED and DISPUTED in self.value.data and before.views:
            if any(value.strip() for value in self.value.data if value != DISPUTED):
                raise ValidationError(ONE_OR_BOTH)
            return replace(kept, views=before.views)
        if state is State.ANSWERED:
            return replace(kept, value=value_of(question, self.value.data))
        if any(value.strip() and value not in _STATES for value in self.value.data):
            raise ValidationError(BOTH)
        if state is State.NOT_APPLICABLE:
            return replace(kept, reason=self._reason(question))
        return kept

    def _reason(self, question: Question) -> str:
        if question.item.not_applicable is None:
            raise ValidationError(ALWAYS_APPLIES)
        if not self.reason.data:
            raise ValidationError(NO_REASON)
        return str(self.reason.data)


def _as_before(answer: Answer, before: Answer) -> Answer:
    """Return an answer that is one of the region while it says what that said."""
    same = (answer.state, answer.value, answer.views) == (before.state, before.value, before.views)
    return replace(answer, regional=before.regional and same)


def value_of(question: Question, sent: tuple[str, ...]) -> Value:
    """Return the value that people wrote or chose; raise `NotAnAnswer`."""
    as_in_files = _AS_IN_FILES.get(question.item.type, str)
    values = tuple(as_in_files(value) for value in sent if value.strip())
    return kind_of(question).parse(question, values)


def complaint(question: Question, refused: NotAnAnswer, words: Wording) -> str:
    """Return what is wrong with an answer, in the words of whoever fills it in."""
    labels = {option.id: words.text(option.label) for option in question.item.options}
    allowed = words.joined((labels.get(name, name) for name in refused.allowed), "or")
    return words(COMPLAINTS[refused.code], allowed=allowed, longest=words.number(LONGEST_TEXT))


def _ungrouped(number: str) -> str:
    """Return a number without the points or spaces between its groups of three digits."""
    text = number.strip()
    return sub(r"\D", "", text) if fullmatch(GROUPED, text) else text


_AS_IN_FILES: Mapping[str, Callable[[str], str]] = {"number": _ungrouped, "date": as_in_files}
"""By type of question, from how people write an answer to how files do."""


def _lines(text: str | None) -> tuple[str, ...]:
    """Return the pieces of evidence, one a line; a line of which nothing shows is none."""
    lines = (plain(line, one_line=True) for line in (text or "").splitlines())
    return tuple(filter(None, lines))
