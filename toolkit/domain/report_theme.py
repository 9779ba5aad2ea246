"""What a report says of one theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.domain.answers import State
from toolkit.domain.fields import Text
from toolkit.domain.questionnaire import Group, Questionnaire
from toolkit.domain.report_rows import AdviceRow, AnswerRow, answer_rows
from toolkit.domain.scan import Remark, Scan
from toolkit.domain.scoring.lift import Lift, lift
from toolkit.domain.scoring.result import GroupScore, MinimumState, Result


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """One theme of the report."""

    group: Group
    score: GroupScore
    remark: Remark | None
    phrases: tuple[Text, ...]
    thin: tuple[str, ...]
    minimum: Mapping[MinimumState, int]
    strong: tuple[AnswerRow, ...]
    begun: tuple[AnswerRow, ...]
    open: tuple[AnswerRow, ...]
    advice: tuple[AdviceRow, ...]
    more_advice: int
    rows: tuple[AnswerRow, ...]
    lift: Lift | None


def theme_facts(
    group: Group, result: Result, scan: Scan, advice: Sequence[AdviceRow], in_body: int
) -> ThemeFacts:
    """Return what the report says of a theme.

    ``advice`` is all advice in order of priority, of which the first ``in_body`` stand in the
    body of the report. Only a final scan says what would lift the theme by one word.
    """
    score = result.groups[group.id]
    rows = answer_rows(result, scan, group.id)
    own = tuple(row for row in advice if row.theme == group.id)
    here = tuple(row for row in own if row in advice[:in_body])
    return ThemeFacts(
        group=group,
        score=score,
        remark=scan.remarks.themes.get(group.id),
        phrases=phrases(result.questionnaire, score),
        thin=tuple(name for name, part in score.dimensions.items() if part.answered == 1),
        minimum={state: _how_many(rows, state) for state in MinimumState},
        strong=tuple(row for row in rows if _is_strong(row)),
        begun=tuple(row for row in rows if _state(row) is MinimumState.BEGUN),
        open=tuple(row for row in rows if _is_open(row)),
        advice=here,
        more_advice=len(own) - len(here),
        rows=rows,
        lift=lift(result, group.id) if scan.state == "final" and score.enough else None,
    )


def _state(row: AnswerRow) -> MinimumState | None:
    return row.mark.minimum if row.mark else None


def _how_many(rows: Sequence[AnswerRow], state: MinimumState) -> int:
    return sum(_state(row) is state for row in rows)


def _is_strong(row: AnswerRow) -> bool:
    mark = row.mark
    if mark is None or mark.points is None or row.state is not State.ANSWERED:
        return False
    return mark.minimum is MinimumState.IN_ORDER or mark.points * 4 >= mark.maximum * 3


def _is_open(row: AnswerRow) -> bool:
    mark = row.mark
    if mark is None or row.state in (State.NOT_APPLICABLE, State.OPEN):
        return False
    if mark.minimum is MinimumState.BEGUN:
        return False
    return mark.points is None or mark.points * 2 < mark.maximum


def phrases(questionnaire: Questionnaire, score: GroupScore) -> tuple[Text, ...]:
    """Return the phrases that the gaps between the dimensions of a group call for.

    The whole has a phrase of its own where the words for a theme do not fit (``…_whole``).
    """
    names = dict.fromkeys(gap.phrase for gap in score.gaps if gap.enough)
    known = questionnaire.phrases
    suffix = "" if score.id else "_whole"
    return tuple(known.get(name + suffix, known[name]) for name in names)
