"""Puts a questionnaire on paper, to write on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.documents.html import fill
from toolkit.domain.questionnaire import Group, Question, Questionnaire, Selection
from toolkit.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one page family: the intake (no group) or a theme."""

    group: Group | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """Which questions are put on paper: all, those of a short round, or of one theme."""

    questionnaire: Questionnaire
    selection: Selection | None = None
    theme: Group | None = None

    def parts(self) -> tuple[Part, ...]:
        """Return the questions by theme in file order; the intake first, if all is asked."""
        return tuple(part for part in self._parts() if part.questions)

    def _parts(self) -> Iterator[Part]:
        questions = tuple(self.questionnaire.questions.values())
        if self.theme is None:
            yield Part(None, tuple(question for question in questions if not question.groups))
        for theme in self.questionnaire.themes:
            if self.theme in (None, theme):
                inside = (question for question in questions if question.theme == theme.id)
                yield Part(theme, tuple(filter(self._asks, inside)))

    def _asks(self, question: Question) -> bool:
        first = self.questionnaire.levels[0]
        return self.selection is None or self.selection.holds(question.item, first)


def blank_title(blank: Blank, language: str) -> str:
    """Return the title of the paper; raises `UnknownLanguage`."""
    words = wording(language)
    title = words.text(blank.questionnaire.title)
    return words("Blank questionnaire: %(title)s", title=title)


def blank_html(blank: Blank, language: str, day: date) -> str:
    """Return the questionnaire as one HTML document; raises `UnknownLanguage`."""
    words, questionnaire, parts = wording(language), blank.questionnaire, blank.parts()
    asked = [question for part in parts if part.group for question in part.questions]

    def steps(question: Question) -> tuple[tuple[str, str], ...]:
        return _steps(question, words)

    def phrase(name: str) -> str:
        found = questionnaire.phrase(name)
        return words.text(found) if found else ""

    context = {
        "questionnaire": questionnaire,
        "title": blank_title(blank, language),
        "chosen": _chosen(blank, words),
        "selection": blank.selection,
        "everything": blank.selection is None and blank.theme is None,
        "parts": parts,
        "begins": any(part.group is None for part in parts),
        "numbers": {question.id: number for number, question in enumerate(asked, start=1)},
        "asked": len(asked),
        "steps": steps,
        "phrase": phrase,
        "day": day,
        "reviewed": questionnaire.reviewed,
    }
    return fill("forms/blank.html", language, context)


def _chosen(blank: Blank, words: Wording) -> str:
    chosen = blank.selection or blank.theme
    return words.text(chosen.title) if chosen else ""


def _steps(question: Question, words: Wording) -> tuple[tuple[str, str], ...]:
    """Return the number and the words of each level; an item may have words of its own."""
    labels = question.level_words
    return tuple(
        (words.number(level.value), words.text(label))
        for level, label in zip(question.scale, labels, strict=True)
    )
