"""Writes a result as a summary to read in a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import fill

from toolkit.documents.words import MINIMUM, dimension
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import DimensionScore, GroupScore, MinimumState, Result
from toolkit.services.score_scan import Scored
from toolkit.wording import N_, Wording

MOST_ADVICE = 6
WIDTH = 88


def as_text(scored: Scored, words: Wording) -> str:
    """Return the five words first, then what lies behind them."""
    summary = _Summary(scored.result, words)
    blocks = (
        _head(scored.scan, scored.result, words),
        summary.five_words(),
        summary.counts(),
        summary.dimensions(),
        summary.themes(),
        summary.advice(),
        summary.find_out(),
    )
    texts = ("\n".join(block) for block in blocks)
    return "\n\n".join(text for text in texts if text)


def _head(scan: Scan, result: Result, words: Wording) -> Iterator[str]:
    whole = result.questionnaire
    if scan.municipality:
        yield scan.municipality.name
    edition = words("edition %(name)s", name=whole.edition)
    yield f"{words.text(whole.title)}, {edition}"
    if scan.dated:
        yield words.day(scan.dated)
    if scan.state != "final":
        yield words("Provisional: this scan is not final yet.")
    marks = result.marks.values()
    round_ = whole.selection(result.selection) if result.selection else None
    if round_ is not None:
        yield words("Short round: %(title)s", title=words.text(round_.title))
        yield words(
            "It asked %(asked)s of the %(all)s questions of the minimum line, "
            "and says nothing about the others.",
            asked=words.number(sum(whole.on_the_line(mark.question) for mark in marks)),
            all=words.number(sum(map(whole.on_the_line, whole.questions.values()))),
        )


@dataclass(frozen=True, slots=True)
class _Summary:
    result: Result
    words: Wording

    def five_words(self) -> Iterator[str]:
        states = self.result.minimum_states
        if any(states.values()):
            yield self.words(
                "The minimum line (a line of this toolkit, as a whole not a legal requirement)"
            )
            for state, word in MINIMUM.items():
                yield _row(self.words(word), self.words.number(states[MinimumState(state)]))

    def counts(self) -> Iterator[str]:
        counts = self.result.overall.counts
        yield self.words("Questions")
        for word, count in (
            (N_("asked"), counts.asked),
            (N_("answered"), counts.answered),
            (N_("nobody knows"), counts.unknown),
            (N_("does not apply"), counts.not_applicable),
            (N_("still open"), counts.open),
        ):
            yield _row(self.words(word), self.words.number(count))

    def dimensions(self) -> Iterator[str]:
        asked = {name: part for name, part in self.result.overall.dimensions.items() if part.asked}
        if len(asked) > 1:
            yield self.words("By dimension")
            for name, part in asked.items():
                yield _row(dimension(name, self.words), self._dimension(part))

    def themes(self) -> Iterator[str]:
        if not self.result.selection:
            yield self.words("By theme")
            for theme in self.result.questionnaire.themes:
                title = self.words.text(theme.title)
                yield _row(title, self._score(self.result.groups[theme.id]))
            yield _row(self.words("The whole"), self._score(self.result.overall))

    def advice(self) -> Iterator[str]:
        points = self.result.advice[:MOST_ADVICE]
        if points:
            yield self.words("What to do first")
        for number, point in enumerate(points, 1):
            yield _paragraph(f"{number}. ", self.words.text(point.advice.text))

    def find_out(self) -> Iterator[str]:
        if self.result.find_out:
            yield self.words("What nobody knows")
        for name in self.result.find_out:
            item = self.result.questionnaire.questions[name].item
            yield _paragraph("- ", self.words.text(item.question))

    @property
    def _digits(self) -> int:
        return self.result.questionnaire.scoring.rounding.digits

    def _dimension(self, part: DimensionScore) -> str:
        points, maximum = part.figure.points, part.figure.maximum
        if points is None or maximum is None:
            return self.words("no score")
        rests = self.words.plural("%(count)s question", "%(count)s questions", part.answered)
        return self.words(
            "%(points)s of %(maximum)s (%(rests)s)",
            points=self.words.number(points, self._digits),
            maximum=self.words.number(maximum),
            rests=rests,
        )

    def _score(self, group: GroupScore) -> str:
        if group.cautious.share is None:
            return self.words("no score")
        bands = self.result.questionnaire.scoring.bands
        band = next((self.words.text(band.label) for band in bands if band.id == group.band), "")
        share = self.words.percent(group.cautious.share, self._digits)
        return f"{band} ({share})" if band else share


def _paragraph(mark: str, text: str) -> str:
    return fill(mark + text, WIDTH, initial_indent="  ", subsequent_indent=" " * (2 + len(mark)))


def _row(label: str, value: str) -> str:
    return f"  {label:<52} {value}"
