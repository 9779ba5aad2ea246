"""Says which questions show, given the answers so far."""

from collections.abc import Callable
from dataclasses import dataclass, field

from toolkit.domain.answers import OPEN, Answers, State
from toolkit.domain.conditions import ABSENT, UNDECIDED, Reading, items_in
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire, Selection


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether a question shows; if not, the answers that make it count as 0, if they do."""

    shown: bool
    implied_by: tuple[str, ...] = ()


YES = Shown(shown=True)
NO = Shown(shown=False)


@dataclass(frozen=True, slots=True)
class Visibility:
    """What the answers show; a short round knows only the intake and its own selection."""

    questionnaire: Questionnaire
    answers: Answers
    selection: Selection | None = None
    _found: dict[str, Shown] = field(default_factory=dict)

    def exists(self, question: Question) -> bool:
        """Return whether this round asks the question at all."""
        if self.selection is None or not question.groups:
            return True
        return self.selection.holds(question.item, self.questionnaire.levels[0])

    def of(self, question: Question) -> Shown:
        """Return whether the question shows; an undecided condition shows it."""
        if question.item.show_if is None:
            return YES
        if question.id not in self._found:
            self._found[question.id] = YES  # a circle of conditions ends here
            self._found[question.id] = self._decide(question)
        return self._found[question.id]

    def hidden(self) -> tuple[str, ...]:
        """Return the items of this round that neither show nor count, in file order."""
        return tuple(
            question.id
            for question in self.questionnaire.questions.values()
            if self.exists(question) and self.of(question) == NO
        )

    def led_by(self, item_id: str) -> tuple[Question, ...]:
        """Return the questions that this answer may show or hide, also by way of others."""
        conditional = [
            (question, frozenset(items_in(question.item.show_if)))
            for question in self.questionnaire.questions.values()
            if question.item.show_if is not None and self.exists(question)
        ]
        leading: set[str] = {item_id}
        while more := {one.id for one, names in conditional if names & leading} - leading:
            leading |= more
        return tuple(one for one, _ in conditional if one.id in leading - {item_id})

    def look(self, item_id: str) -> Reading:
        """Return what a condition may know of an answer.

        Open, unknown, disputed or outside this round is undecided; not applicable or hidden
        is absent, so that every comparison with it is false.
        """
        return self._read(item_id, lambda _shown: ABSENT)

    def _look_for_a_cause(self, item_id: str) -> Reading:
        """Return the same, but only an answer decides: what does not apply causes nothing."""
        return self._read(item_id, lambda shown: ABSENT if shown.implied_by else UNDECIDED)

    def _read(self, item_id: str, when_absent: Callable[[Shown], Reading]) -> Reading:
        question = self.questionnaire.questions.get(item_id)
        if question is None or not self.exists(question):
            return UNDECIDED
        shown = self.of(question)
        answer = self.answers.get(item_id, OPEN)
        if not shown.shown or answer.state is State.NOT_APPLICABLE:
            return when_absent(shown)
        if answer.state is not State.ANSWERED or answer.value is None:
            return UNDECIDED
        return kind_of(question).read(question, answer.value)

    def _decide(self, question: Question) -> Shown:
        condition = question.item.show_if
        if condition is None or condition.holds(self.look) is not False:
            return YES
        if question.item.when_hidden == "zero" and condition.holds(self._look_for_a_cause) is False:
            return Shown(shown=False, implied_by=self._causes(question))
        return NO

    def _causes(self, question: Question) -> tuple[str, ...]:
        """Return the items whose answers hide the question, also by way of other items."""
        condition = question.item.show_if
        names = tuple(items_in(condition)) if condition is not None else ()
        causes: dict[str, None] = {}
        for name in names:
            if self._look_for_a_cause(name).decided:
                above = self.of(self.questionnaire.questions[name]).implied_by
                causes.update(dict.fromkeys(above or (name,)))
        return tuple(causes)
