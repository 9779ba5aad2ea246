"""Puts what a workshop brought into the template of its report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.documents.html import fill, stylesheet
from toolkit.documents.room_chart import room_chart
from toolkit.documents.workshop_said import away, columns, officially_to_all, spread
from toolkit.documents.workshop_words import in_short
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.workshop_outcome import Brought
from toolkit.wording import Wording, wording

SHEETS = ("report", "workshop")


def outcome_title(brought: Brought, language: str) -> str:
    """Return the title of the report as a reader's window shows it."""
    words = wording(language)
    return words(
        "Report of the workshop in %(whose)s, %(day)s",
        whose=brought.plan.municipality,
        day=words.day(brought.day),
    )


def outcome_html(brought: Brought, questionnaire: Questionnaire, language: str) -> str:
    """Return the report of a workshop as HTML; raises `UnknownLanguage`."""
    words = wording(language)
    context = {
        "brought": brought,
        "plan": brought.plan,
        "questionnaire": questionnaire,
        "window_title": outcome_title(brought, language),
        **said_of(words),
        "from_scan": any(shown.official is not None for shown in brought.shown),
    }
    return fill("workshop/outcome.html", language, context)


def said_of(words: Wording) -> Mapping[str, Callable[..., object]]:
    """Return what templates that speak of what a room showed use."""
    return {
        "columns": lambda shown: columns(shown.counts, shown),
        "chart": lambda shown: room_chart(columns(shown.counts, shown)),
        "spread": lambda shown: spread(shown.counts, words),
        "away": lambda shown: away(shown, words),
        "officially": lambda shown: officially_to_all(shown, words),
        "in_short": lambda question: in_short(question, words),
    }


def outcome_sheets() -> tuple[str, ...]:
    """Return the style sheets of the report."""
    return tuple(map(stylesheet, SHEETS))
