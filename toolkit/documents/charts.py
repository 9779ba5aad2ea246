"""Works out where everything stands in a drawing; the templates only draw it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, permutations

from toolkit.documents.words import MINIMUM
from toolkit.domain.scoring.result import DimensionScore, MinimumState

PITCH, IN_A_ROW = 26, 23
WIDTH, LEFT, RIGHT, LINE = 400, 24, 376, 70
SHAPES = ("square", "circle", "triangle")
LABEL_HEIGHTS = (12, 31, 50)
LIFTED = (22, 41, 60)
BESIDE_A_LINE, BESIDE_A_DOT, LETTER = 5, 12, 6.8
BAR = 100
DOT = 16


@dataclass(frozen=True, slots=True)
class Square:
    """One item of the minimum line in the strip."""

    x: int
    y: int
    state: MinimumState


@dataclass(frozen=True, slots=True)
class Count:
    """How many squares have a state."""

    state: MinimumState
    count: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of squares, the states together in a fixed order."""

    width: int
    height: int
    squares: tuple[Square, ...]
    legend: tuple[Count, ...]


def strip(counts: Mapping[MinimumState, int]) -> Strip:
    """Return a square for every item of the minimum line, 23 in a row."""
    states = [state for state in map(MinimumState, MINIMUM) for _ in range(counts.get(state, 0))]
    squares = tuple(
        Square(2 + PITCH * (place % IN_A_ROW), 2 + PITCH * (place // IN_A_ROW), state)
        for place, state in enumerate(states)
    )
    rows = max(1, -(-len(states) // IN_A_ROW))
    legend = tuple(Count(state, counts.get(state, 0)) for state in map(MinimumState, MINIMUM))
    return Strip(PITCH * IN_A_ROW, PITCH * rows, squares, legend)


@dataclass(frozen=True, slots=True)
class Dot:
    """One dimension: its dot on the line with a label above it, or lifted with a label beside it."""

    x: int
    y: int
    shape: str
    label: str
    label_y: int
    anchor: str

    @property
    def lifted(self) -> bool:
        """Whether it stands above the line, because another one is in the same place."""
        return self.y < LINE

    @property
    def top(self) -> int:
        """Where the thin line to it begins, that ends on the line."""
        return self.y if self.lifted else self.label_y - 9

    @property
    def text_x(self) -> int:
        """Where the label starts or ends."""
        beside = BESIDE_A_DOT if self.lifted else BESIDE_A_LINE
        return self.x + (beside if self.anchor == "start" else -beside)

    def is_crossed(self, other: "Dot") -> bool:
        """Return whether the thin line of another dot runs through this label."""
        far = self.text_x + LETTER * len(self.label) * (1 if self.anchor == "start" else -1)
        within = min(self.text_x, far) <= other.x <= max(self.text_x, far)
        return within and other.label_y < self.label_y


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """The figures behind one dot."""

    name: str
    points: str | None
    rests_on: str


@dataclass(frozen=True, slots=True)
class Dots:
    """Up to three dots on one line."""

    top: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    spoken: str
    width: int = WIDTH
    height: int = LINE + 26
    left: int = LEFT
    right: int = RIGHT
    line: int = LINE


def dots(
    dimensions: Mapping[str, DimensionScore],
    labels: Mapping[str, str],
    stated: Mapping[str, str],
    rests_on: Mapping[str, str],
) -> Dots:
    """Return the dimensions that have a figure as dots from 0 to the highest maximum.

    ``labels``, ``stated`` and ``rests_on`` give each dimension's name, figure and foundation in
    words. When two are in one place, all are lifted, each to a height of its own.
    """
    figures = {
        name: (score.figure.points, score.figure.maximum)
        for name, score in dimensions.items()
        if score.figure.points is not None and score.figure.maximum
    }
    top = max((maximum for _, maximum in figures.values() if maximum), default=Decimal(4))
    placed = tuple(
        _dot(place, points or Decimal(0), top, f"{labels[name]} {stated[name]}")
        for place, (name, (points, _)) in enumerate(figures.items())
    )
    rows = tuple(Row(name, stated.get(name), rests_on[name]) for name in dimensions)
    spoken = "; ".join(f"{labels[name]}: {stated[name]}" for name in figures)
    return Dots(f"{top.normalize():f}", _apart(placed), _ticks(top), rows, spoken)


def _dot(place: int, points: Decimal, top: Decimal, label: str) -> Dot:
    share = min(points / top, Decimal(1))
    x = LEFT + int(share * (RIGHT - LEFT))
    anchor = "start" if share <= Decimal("0.5") else "end"
    height = LABEL_HEIGHTS[place % len(LABEL_HEIGHTS)]
    return Dot(x, LINE, SHAPES[place % len(SHAPES)], label, height, anchor)


def _apart(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """Return the dots at the heights where the fewest thin lines run through a label."""
    places = sorted(dot.x for dot in dots)
    piled = any(after - before < DOT for before, after in pairwise(places))
    at = _lifted if piled else _labelled
    heights = permutations(range(len(LIFTED)), len(dots))
    every = [tuple(map(at, dots, chosen)) for chosen in heights]
    return min(every, key=_crossings, default=tuple(dots))


def _crossings(dots: Sequence[Dot]) -> int:
    return sum(one.is_crossed(other) for one in dots for other in dots)


def _labelled(dot: Dot, height: int) -> Dot:
    return replace(dot, label_y=LABEL_HEIGHTS[height])


def _lifted(dot: Dot, height: int) -> Dot:
    return replace(dot, y=LIFTED[height], label_y=LIFTED[height] + 4)


def _ticks(top: Decimal) -> tuple[Tick, ...]:
    steps = [top * step / 4 for step in range(5)]
    return tuple(
        Tick(LEFT + int(step / top * (RIGHT - LEFT)), f"{step.normalize():f}") for step in steps
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of 0-100 as a bar, with thin lines where a new word begins."""

    width: int
    bounds: tuple[int, ...]
    spoken: str


def bar(share: Decimal, bounds: Sequence[Decimal], spoken: str) -> Bar:
    """Return a bar for this share."""
    lines = tuple(2 + int(bound) for bound in bounds if 0 < bound < BAR)
    return Bar(int(min(share, Decimal(BAR))), lines, spoken)
