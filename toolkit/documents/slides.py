"""Turns slides, said in words and figures, into a presentation that PowerPoint and Impress open.

python-pptx is loaded when a presentation is made, never with the pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.documents.archival import Identity
from toolkit.documents.charts import Dots, Strip
from toolkit.domain.scoring.result import MinimumState

SIGNS: Mapping[MinimumState, str] = {
    MinimumState.IN_ORDER: "✓",
    MinimumState.BEGUN: "–",
    MinimumState.MISSING: "×",
    MinimumState.UNKNOWN: "?",
    MinimumState.OPEN: "",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Up to some ten lines, each a bar as long as its share (0 to 1) of the longest."""

    bars: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, and beneath it what there is of these, in this order.

    ``alt`` says in words what the ``drawing`` shows. ``notes`` are for whoever presents.
    """

    title: str
    story: str = ""
    question: str = ""
    points: tuple[str, ...] = ()
    drawing: Strip | Dots | Lines | None = None
    alt: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    small: str = ""
    notes: str = ""


def render_slides(slides: Sequence[Slide], identity: Identity, foot: str) -> bytes:
    """Return the presentation, ``foot`` on every slide; the same slides give the same bytes."""
    from toolkit.documents.slides_drawing import drawn

    return drawn(slides, identity, foot)
