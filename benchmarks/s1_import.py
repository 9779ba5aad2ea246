"""S1: loading the pages, beside the libraries under them; what Python itself takes is taken off."""

import subprocess
import sys
from functools import partial

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant

# The tests bring it along, and structlog loads it when it is there; people who install us lack it.
WITHOUT = "import sys; sys.modules['rich'] = None; "


def _imported(names: str) -> bytes:
    subprocess.run((sys.executable, "-c", WITHOUT + names), check=True)  # noqa: S603 (our own programs)
    return b""


def _variants() -> tuple[Variant, ...]:
    return (
        Variant("the pages", partial(_imported, "import toolkit.web.app"), 5),
        Variant("their libraries", partial(_imported, "import flask, wtforms, sqlalchemy"), 5),
        Variant("Python alone", partial(_imported, ""), 5),
    )


def _ratio(costs: Round) -> float:
    ours, libraries, nothing = (cost.cpu for cost in costs)
    return (ours - nothing) / (libraries - nothing)


FIGURE = Figure("S1", "loading the pages ÷ their libraries", _variants, _ratio, must=1.6, aim=1.3)
