"""What changed between two rounds, agreement by agreement."""

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import GATE, Given, a_questionnaire, an_item, scored
from toolkit.domain.answers import OPEN, UNKNOWN, not_applicable
from toolkit.domain.comparison import Comparison, DimensionThenNow, Move, compare
from toolkit.domain.questionnaire import Questionnaire

SCORING = {"gate": GATE}


def a_line(*names: str, **rest: object) -> Questionnaire:
    return a_questionnaire(*(an_item(name) for name in names), scoring=SCORING, **rest)


def compared(then: Given, now: Given) -> Comparison:
    one = a_line("one")
    return compare(scored(one, one=then), scored(one, one=now))


@pytest.mark.parametrize(
    ("then", "now", "move"),
    [
        (0, 2, Move.UP),
        (2, 4, Move.UP),
        (4, 0, Move.DOWN),
        (3, UNKNOWN, Move.DOWN),
        (2, 2, Move.SAME),
        (UNKNOWN, UNKNOWN, Move.SAME),
        (OPEN, UNKNOWN, Move.SAME),
        (UNKNOWN, 0, Move.KNOWN),
        (UNKNOWN, 4, Move.KNOWN),
        (not_applicable("Geen opvang."), 4, Move.NEW),
        (4, not_applicable("Geen opvang."), Move.GONE),
    ],
)
def test_an_agreement_moves_from_word_to_word(then: Given, now: Given, move: Move) -> None:
    rows = compared(then, now).rows

    assert [row.move for row in rows] == [move]


def test_what_nobody_knew_and_somebody_knows_now_counts_as_progress() -> None:
    three = a_line("up", "known", "down")

    found = compare(
        scored(three, up=0, known=UNKNOWN, down=4), scored(three, up=2, known=0, down=0)
    )

    assert found.progress == 2
    assert found.counts[Move.KNOWN] == found.counts[Move.UP] == found.counts[Move.DOWN] == 1


def test_an_agreement_with_a_new_id_is_followed() -> None:
    new = a_questionnaire(an_item("new", renamed_from=["old"]), scoring=SCORING, edition="2")

    found = compare(scored(a_line("old"), old=0), scored(new, new=4))

    assert [(row.question.id, row.move) for row in found.rows] == [("new", Move.UP)]


def test_what_only_one_edition_asks_is_new_or_gone() -> None:
    found = compare(
        scored(a_line("both", "old"), both=2, old=3),
        scored(a_line("both", "new", edition="2"), both=2, new=1),
    )

    moves = {row.question.id: row.move for row in found.rows}

    assert moves == {"both": Move.SAME, "new": Move.NEW, "old": Move.GONE}
    assert found.both == 1


def test_figures_are_compared_when_both_rounds_asked_the_same() -> None:
    one = a_line("one")

    found = compare(scored(one, one=1), scored(one, one=3), dated=date(2025, 12, 1))

    assert found.dimensions == (DimensionThenNow("policy", Decimal(1), Decimal(3)),)
    assert (found.dated, found.edition) == (date(2025, 12, 1), one.edition)


def test_figures_are_not_compared_when_the_questions_differ() -> None:
    found = compare(scored(a_line("one"), one=1), scored(a_line("one", "two"), one=3, two=3))

    assert (found.same_questions, found.dimensions) == (False, ())


def test_figures_are_not_compared_between_a_short_round_and_a_full_one() -> None:
    core = {"id": "core", "title": {"nl": "Kort"}, "weight": "1"}
    one = a_line("one", selections=[core])

    found = compare(scored(one, "core", one=1), scored(one, one=3))

    assert (found.same_questions, found.dimensions) == (False, ())


def test_a_dimension_that_nobody_knew_has_no_figure_to_compare() -> None:
    found = compared(UNKNOWN, 3)

    assert found.same_questions
    assert found.dimensions == ()
