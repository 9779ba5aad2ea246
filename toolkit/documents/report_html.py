"""Puts the facts of a report into its templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from toolkit.documents import charts
from toolkit.documents.html import differs, fill
from toolkit.domain.fields import Text
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Question
from toolkit.domain.report import Facts, Form
from toolkit.domain.report_theme import ThemeFacts
from toolkit.domain.scoring.result import GroupScore
from toolkit.wording import N_, Wording, wording

DIMENSIONS = {
    "policy": N_("on paper"),
    "practice": N_("in practice"),
    "child": N_("from the child's view"),
}


@dataclass(frozen=True, slots=True)
class Drawings:
    """The charts of a report, ready to draw."""

    strip: charts.Strip
    dots: charts.Dots
    bars: Mapping[str, charts.Bar]
    whole: charts.Bar | None


def report_title(facts: Facts, language: str) -> str:
    """Return the title of the report as a reader's window shows it."""
    title = fill(f"report/{facts.kind}_title.html", language, {"facts": facts})
    return unescape(title).strip()


def report_html(facts: Facts, library: Library, language: str) -> str:
    """Return the report as one HTML document; raises `UnknownLanguage`."""
    words = wording(language)
    return fill(f"report/{facts.kind}.html", language, _context(facts, library, words))


def _context(facts: Facts, library: Library, words: Wording) -> Mapping[str, object]:
    questionnaire = facts.questionnaire
    bands = {band.id: words.text(band.label) for band in questionnaire.scoring.bands}
    titles = {group.id: words.text(group.title) for group in questionnaire.all_groups()}
    gate = questionnaire.scoring.gate

    def band_word(band: str | None) -> str:
        return bands.get(band or "", words("no score"))

    def name_of(part: str) -> str:
        question = questionnaire.questions.get(part)
        return words.text(question.item.question) if question else titles.get(part, part)

    def phrase(name: str) -> str:
        return words.text(questionnaire.phrases.get(name, Text({})))

    def lift_questions(theme: ThemeFacts) -> tuple[Question, ...]:
        steps = theme.lift.steps if theme.lift and theme.lift.reached else ()
        return tuple(questionnaire.questions[step.item] for step in steps)

    return {
        "facts": facts,
        "work": facts.form is Form.WORK,
        "charts": _drawings(facts, words),
        "band_word": band_word,
        "theme_title": lambda theme: titles.get(theme, ""),
        "phrase": phrase,
        "lift_questions": lift_questions,
        "differs": differs,
        "rules": questionnaire.scoring,
        "name_of": name_of,
        "cap_word": bands.get(gate.cap or "") if gate else None,
        "contacts": {
            "emergency": library.contact("emergency").number,
            "advice": library.contact("veilig_thuis").number,
        },
    }


def _drawings(facts: Facts, words: Wording) -> Drawings:
    bars = {theme.group.id: _bar(theme.score, facts, words) for theme in facts.themes}
    overall = facts.result.overall.dimensions
    labels = {name: words(DIMENSIONS.get(name, name)) for name in overall}
    stated = {
        name: words.number(score.figure.points)
        for name, score in overall.items()
        if score.figure.points is not None
    }
    return Drawings(
        strip=charts.strip(facts.result.minimum_states),
        dots=charts.dots(overall, labels, stated),
        bars={theme: bar for theme, bar in bars.items() if bar is not None},
        whole=_bar(facts.result.overall, facts, words),
    )


def _bar(score: GroupScore, facts: Facts, words: Wording) -> charts.Bar | None:
    share = score.cautious.share
    if share is None:
        return None
    bounds = tuple(band.start for band in facts.questionnaire.scoring.bands)
    return charts.bar(share, bounds, words.percent(share))
