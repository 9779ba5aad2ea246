"""What holds for every questionnaire and all answers."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.shapes import (
    ALIKE,
    ANY_STATE,
    FLAT,
    MEANS,
    NESTED,
    NOT_HERE,
    answers_to,
    heavier,
    questionnaires,
    without,
)
from toolkit.domain.answers import OPEN, UNKNOWN, Answers, State, answered
from toolkit.domain.conditions import items_in
from toolkit.domain.finalising import finalised
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.result import Figure, GroupScore, Result
from toolkit.domain.scoring.score import score
from toolkit.domain.scoring.trace import explain

ANY = questionnaires(methods=(*NESTED, "min_of_children"), coverage="0.3")
OPEN_ROUND = (
    questionnaires(methods=FLAT)
    | questionnaires(methods=NESTED, kinds=ALIKE)
    | questionnaires(methods=MEANS, kinds=ALIKE)
)
Shares = Mapping[str, tuple[Decimal | None, Decimal | None]]


def every(result: Result) -> Iterator[GroupScore]:
    yield result.overall
    yield from result.groups.values()


def shares(result: Result) -> Shares:
    return {group.id: (group.cautious.share, group.known_share) for group in every(result)}


def cautious(result: Result) -> list[Decimal | None]:
    return [group.cautious.share for group in every(result)]


def known(result: Result) -> list[Decimal | None]:
    return [group.known_share for group in every(result)]


def fell(before: Result, after: Result) -> list[str]:
    """Return the groups of which a share is lower than before."""
    return [
        group
        for group, pair in shares(before).items()
        for old, new in zip(pair, shares(after)[group], strict=True)
        if old is not None and new is not None and new < old
    ]


def rising_pairs(question: Question) -> Iterator[tuple[Answers, Answers]]:
    """Yield every pair of single answers of which the second is worth as much or more."""
    kind = kind_of(question)
    values = sorted(kind.values(question), key=lambda value: kind.points(question, value))
    for low, high in combinations(values, 2):
        yield {question.id: answered(low)}, {question.id: answered(high)}


def controlling(questionnaire: Questionnaire) -> list[Question]:
    """Return the scored items on which others hang."""
    named = {
        name
        for item in questionnaire.all_items()
        if item.show_if is not None
        for name in items_in(item.show_if)
    }
    return [questionnaire.questions[name] for name in sorted(named) if name != "harbour"]


@given(st.data())
def test_every_figure_lies_within_its_bounds(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    result = score(questionnaire, data.draw(answers_to(questionnaire, *ANY_STATE)))

    figures = [group.cautious for group in every(result)]
    dimensions = [side.figure for group in every(result) for side in group.dimensions.values()]

    assert [figure for figure in (*figures, *dimensions) if not within(figure)] == []
    assert [share for share in known(result) if share is not None and not 0 <= share <= 100] == []


def within(figure: Figure) -> bool:
    if figure.points is None or figure.maximum is None:
        return figure == Figure()
    return 0 <= figure.points <= figure.maximum and (
        figure.share is None or 0 <= figure.share <= 100
    )


@given(st.data())
def test_a_better_answer_never_lowers_a_score(data: st.DataObject) -> None:
    questionnaire = data.draw(OPEN_ROUND)
    answers = data.draw(answers_to(questionnaire, *ANY_STATE))
    question = data.draw(st.sampled_from([q for q in questionnaire.questions.values() if q.scored]))

    fallen = [
        fell(score(questionnaire, {**answers, **low}), score(questionnaire, {**answers, **high}))
        for low, high in rising_pairs(question)
    ]

    assert fallen == [[]] * len(fallen)


@given(st.data())
def test_nor_when_it_makes_other_items_appear(data: st.DataObject) -> None:
    questionnaire = data.draw(OPEN_ROUND.filter(controlling))
    answers = data.draw(answers_to(questionnaire, *ANY_STATE))

    fallen = [
        fell(score(questionnaire, {**answers, **low}), score(questionnaire, {**answers, **high}))
        for question in controlling(questionnaire)
        for low, high in rising_pairs(question)
    ]

    assert fallen
    assert fallen == [[]] * len(fallen)


@given(st.data())
def test_what_is_hidden_or_does_not_apply_changes_nothing(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    result = score(questionnaire, data.draw(answers_to(questionnaire, *ANY_STATE)))
    asked = {name for name, mark in result.marks.items() if mark.state is not State.NOT_APPLICABLE}
    gone = [item.id for item in questionnaire.all_items() if item.id not in asked]

    smaller = score(without(questionnaire, gone), result.answers)

    assert shares(smaller) == shares(result)
    assert [group.coverage for group in every(smaller)] == [
        group.coverage for group in every(result)
    ]


@given(st.data())
def test_the_answer_to_a_hidden_item_is_never_looked_at(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    answers = data.draw(answers_to(questionnaire, *ANY_STATE))
    others = data.draw(answers_to(questionnaire, *ANY_STATE))
    result = score(questionnaire, answers)

    again = score(questionnaire, {**answers, **{name: others[name] for name in result.hidden}})

    assert list(every(again)) == list(every(result))
    assert again.advice == result.advice


@given(st.data())
def test_the_order_of_the_answers_changes_nothing(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    answers = data.draw(answers_to(questionnaire, *ANY_STATE))

    shuffled = dict(data.draw(st.permutations(list(answers.items()))))

    assert list(every(score(questionnaire, shuffled))) == list(every(score(questionnaire, answers)))


@given(st.data())
def test_unknown_moves_only_the_cautious_figure(data: st.DataObject) -> None:
    questionnaire = data.draw(OPEN_ROUND)
    answers = data.draw(answers_to(questionnaire, OPEN))

    blank = score(questionnaire, answers)
    unknown = score(questionnaire, with_unknown_for_blank(answers))

    assert known(unknown) == known(blank)
    assert [
        pair for pair in zip(cautious(blank), cautious(unknown), strict=True) if rose(*pair)
    ] == []


def with_unknown_for_blank(answers: Answers) -> Answers:
    return {name: UNKNOWN if answer == OPEN else answer for name, answer in answers.items()}


def rose(before: Decimal | None, after: Decimal | None) -> bool:
    return before is not None and (after is None or after > before)


@given(st.data())
def test_a_blank_in_a_final_scan_never_beats_unknown(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    answers = data.draw(answers_to(questionnaire, OPEN, NOT_HERE))

    final = score(questionnaire, finalised(questionnaire, answers))
    unknown = score(questionnaire, with_unknown_for_blank(answers))

    assert shares(final) == shares(unknown)
    assert final.overall.counts.open == 0


@given(st.data())
def test_nothing_scored_is_no_score(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires(methods=NESTED, conditions=False))
    states = st.sampled_from((OPEN, NOT_HERE))

    result = score(questionnaire, {name: data.draw(states) for name in questionnaire.questions})

    assert {group.cautious for group in every(result)} == {Figure()}
    assert set(known(result)) == {None}
    assert {group.band for group in every(result)} == {None}


@given(st.data(), st.sampled_from([Decimal("0.1"), Decimal(3), Decimal("12.5")]))
def test_weights_scale_without_changing_a_share(data: st.DataObject, factor: Decimal) -> None:
    questionnaire = data.draw(questionnaires(methods=MEANS) | questionnaires(methods=("sum",)))
    answers = data.draw(answers_to(questionnaire, *ANY_STATE))

    scaled = score(heavier(questionnaire, factor), answers)

    assert shares(scaled) == shares(score(questionnaire, answers))


@given(st.data())
def test_every_figure_is_the_one_its_explanation_gives(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    result = score(questionnaire, data.draw(answers_to(questionnaire, *ANY_STATE)))

    explained = [explain(result, group.id).figure for group in every(result)]
    explained_known = [explain(result, group.id, "known").figure.share for group in every(result)]

    assert explained == [group.cautious for group in every(result)]
    assert explained_known == known(result)


@given(st.data())
def test_every_item_asked_is_in_one_state_of_every_group_around_it(data: st.DataObject) -> None:
    questionnaire = data.draw(ANY)
    result = score(questionnaire, data.draw(answers_to(questionnaire, *ANY_STATE)))

    asked = [mark for mark in result.marks.values() if mark.state is not None]
    themes = [result.groups[theme.id].counts.asked for theme in questionnaire.themes]

    assert result.overall.counts.asked == len(asked) == sum(themes)
    assert set(result.hidden).isdisjoint(result.marks)
