"""Where things stand in the drawings."""

from decimal import Decimal

import pytest

from toolkit.documents.charts import IN_A_ROW, LEFT, LINE, RIGHT, Dot, bar, dots, strip
from toolkit.domain.scoring.result import DimensionScore, Figure, MinimumState


def a_dimension(points: str | None, answered: int = 5) -> DimensionScore:
    figure = Figure(Decimal(points), Decimal(4), None) if points is not None else Figure()
    return DimensionScore(figure, asked=answered, answered=answered)


def test_every_question_of_the_line_has_its_square_and_the_words_stand_together() -> None:
    drawn = strip({MinimumState.IN_ORDER: 2, MinimumState.MISSING: 1, MinimumState.BEGUN: 1})

    assert [square.state for square in drawn.squares] == [
        "in_order",
        "in_order",
        "begun",
        "missing",
    ]
    assert [(part.state, part.count) for part in drawn.legend][:3] == [
        ("in_order", 2),
        ("begun", 1),
        ("missing", 1),
    ]


def test_a_long_strip_goes_on_in_a_second_row() -> None:
    drawn = strip({MinimumState.OPEN: IN_A_ROW + 1})

    first, last = drawn.squares[0], drawn.squares[-1]

    assert (last.x, last.y > first.y) == (first.x, True)


def test_a_line_without_questions_is_empty() -> None:
    assert strip({}).squares == ()


def test_dots_stand_between_the_ends_of_the_line() -> None:
    labels = {"policy": "op papier", "child": "vanuit het kind"}
    drawn = dots(
        {"policy": a_dimension("4"), "child": a_dimension("0")},
        labels,
        {"policy": "4", "child": "0"},
        dict.fromkeys(labels, "5 antwoorden"),
    )

    assert [dot.x for dot in drawn.dots] == [RIGHT, LEFT]
    assert [dot.anchor for dot in drawn.dots] == ["end", "start"]
    assert drawn.spoken == "op papier: 4; vanuit het kind: 0"


def test_dots_differ_in_shape_and_their_labels_in_height() -> None:
    names = ("policy", "practice", "child")
    drawn = dots(
        {name: a_dimension("2") for name in names},
        dict.fromkeys(names, "x"),
        dict.fromkeys(names, "2"),
        dict.fromkeys(names, "5 antwoorden"),
    )

    assert len({dot.shape for dot in drawn.dots}) == 3
    assert len({dot.label_y for dot in drawn.dots}) == 3


def test_dots_in_one_place_stand_apart_above_the_line() -> None:
    names = ("policy", "practice")
    drawn = dots(
        {name: a_dimension("2") for name in names},
        dict.fromkeys(names, "x"),
        dict.fromkeys(names, "2"),
        dict.fromkeys(names, "5 antwoorden"),
    )

    first, second = drawn.dots

    assert first.x == second.x
    assert second.y != first.y


def three(*points: str) -> tuple[Dot, ...]:
    labels = dict(
        zip(
            ("policy", "practice", "child"),
            ("op papier", "in de praktijk", "vanuit het kind"),
            strict=True,
        )
    )
    figures = {name: a_dimension(each) for name, each in zip(labels, points, strict=True)}
    stated = dict(zip(labels, points, strict=True))
    return dots(figures, labels, stated, dict.fromkeys(labels, "5 antwoorden")).dots


@pytest.mark.parametrize(
    "points",
    [("3.0", "1.9", "0.8"), ("0", "0", "0"), ("4", "4", "4"), ("2", "2.1", "2"), ("0", "0.2", "4")],
)
def test_no_line_runs_through_the_label_of_another_dot(points: tuple[str, str, str]) -> None:
    found = three(*points)

    assert not any(one.is_crossed(other) for one in found for other in found)
    assert len({dot.label_y for dot in found}) == 3


def test_a_lifted_dot_has_its_label_beside_it() -> None:
    found = three("0", "0", "0")

    assert {dot.label_y - dot.y for dot in found} == {4}
    assert {dot.text_x - dot.x for dot in found} == {12}
    assert max(dot.label_y for dot in found) < LINE


def test_a_dimension_without_a_figure_has_a_row_but_no_dot() -> None:
    drawn = dots({"policy": a_dimension(None, 0)}, {"policy": "op papier"}, {}, {"policy": "0"})

    assert drawn.dots == ()
    assert [(row.name, row.points) for row in drawn.rows] == [("policy", None)]


def test_a_bar_is_as_long_as_its_share_and_shows_where_words_begin() -> None:
    drawn = bar(Decimal("62.5"), (Decimal(0), Decimal(25), Decimal(50)), "62,5%")

    assert (drawn.width, drawn.bounds) == (62, (27, 52))
