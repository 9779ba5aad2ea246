"""Scores the answers to a questionnaire: the one way from answers to a result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.domain.advice import advice_from
from toolkit.domain.answers import Answers, State
from toolkit.domain.questionnaire import Group, Questionnaire, Selection
from toolkit.domain.scoring.dimensions import dimension_names, dimensions_of, gaps_in
from toolkit.domain.scoring.figures import WHOLE, Figures, by_group, cautious, known, whole
from toolkit.domain.scoring.marks import marks_of
from toolkit.domain.scoring.result import (
    Counts,
    Figure,
    GroupScore,
    Mark,
    MinimumState,
    Result,
)
from toolkit.domain.scoring.verdict import (
    band,
    capped,
    count,
    coverage,
    enough,
    in_state,
    level_reached,
)
from toolkit.domain.visibility import Visibility


class NoSuchSelection(LookupError):
    """A short round that the questionnaire does not have; ``selection`` is the id asked for."""

    def __init__(self, selection: str) -> None:
        super().__init__(selection)
        self.selection = selection


def score(
    questionnaire: Questionnaire, answers: Answers, *, selection: str | None = None
) -> Result:
    """Return everything that follows from the answers.

    A short round (``selection``) knows only its own items: it has states, advice, and the
    dimensions of the whole, but no figure, band or level. Raises `NoSuchSelection`.
    """
    visibility = Visibility(questionnaire, answers, _selected(questionnaire, selection))
    marks = {mark.id: mark for mark in marks_of(visibility, answers)}
    groups = _Groups.of(questionnaire, marks.values(), short_round=selection is not None)
    return Result(
        questionnaire=questionnaire,
        answers=answers,
        selection=selection,
        marks=marks,
        hidden=visibility.hidden(),
        overall=groups.score(whole(questionnaire)),
        groups={group.id: groups.score(group) for group in questionnaire.all_groups()},
        minimum_states={
            state: sum(mark.minimum is state for mark in marks.values()) for state in MinimumState
        },
        advice=advice_from(questionnaire, marks.values()),
        find_out=tuple(mark.id for mark in marks.values() if mark.state is State.UNKNOWN),
        contradictions=tuple(
            found.id
            for found in questionnaire.contradictions
            if found.when.holds(visibility.look) is True
        ),
    )


def _selected(questionnaire: Questionnaire, selection: str | None) -> Selection | None:
    if selection is None:
        return None
    found = questionnaire.selection(selection)
    if found is None:
        raise NoSuchSelection(selection)
    return found


@dataclass(frozen=True, slots=True)
class _Groups:
    """Scores the groups of one questionnaire over the same marks."""

    questionnaire: Questionnaire
    members: Mapping[str, Sequence[Mark]]
    counts: Mapping[str, Counts]
    cautious: Figures
    known: Figures
    names: tuple[str, ...]
    short_round: bool

    @classmethod
    def of(
        cls, questionnaire: Questionnaire, marks: Iterable[Mark], *, short_round: bool
    ) -> "_Groups":
        rules = questionnaire.scoring
        members = by_group(marks)
        counts = {group: count(inside) for group, inside in members.items()}
        able = frozenset(
            group for group, found in counts.items() if not short_round and enough(found, rules)
        )
        return cls(
            questionnaire=questionnaire,
            members=members,
            counts=counts,
            cautious=Figures(rules, members, able, cautious),
            known=Figures(rules, members, able, known),
            names=dimension_names(questionnaire),
            short_round=short_round,
        )

    def score(self, group: Group) -> GroupScore:
        rules = self.questionnaire.scoring
        marks = self.members.get(group.id, ())
        counts = self.counts.get(group.id, Counts())
        below = in_state(marks, MinimumState.MISSING)
        nobody_knows = in_state(marks, MinimumState.UNKNOWN)
        exact, known_exact = self.cautious.of(group), self.known.of(group)
        figure = exact.stated(rules.rounding) if exact is not None else Figure()
        found = band(figure.share, rules.bands)
        dimensions = dimensions_of(marks, self.names, rules.rounding, scored=self._compares(group))
        return GroupScore(
            id=group.id,
            counts=counts,
            coverage=coverage(counts),
            enough=enough(counts, rules),
            cautious=figure,
            known_share=known_exact.share(rules.rounding) if known_exact is not None else None,
            band=capped(found, rules, under_the_line=bool(below or nobody_knows)),
            uncapped_band=found,
            level_reached=self._level(group, marks),
            below_minimum=below,
            minimum_unknown=nobody_knows,
            dimensions=dimensions,
            gaps=gaps_in(dimensions, self.questionnaire.dimension_gaps),
        )

    def _compares(self, group: Group) -> bool:
        """Return whether dimensions have figures: in a short round only those of the whole."""
        if self.short_round and group.id != WHOLE:
            return False
        return enough(self.counts.get(group.id, Counts()), self.questionnaire.scoring)

    def _level(self, group: Group, marks: Sequence[Mark]) -> str | None:
        if self.short_round:
            return None
        return level_reached(marks, self.questionnaire)
