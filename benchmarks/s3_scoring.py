"""S3: scoring the main questionnaire with the explanation of every figure."""

from functools import partial

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from toolkit.catalogue.shipped import Shelf, shipped
from toolkit.documents import scanfile
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.figures import WHOLE
from toolkit.domain.scoring.trace import explain
from toolkit.paths import EXAMPLE
from toolkit.services.score_scan import score_scan


def _scored(scan: Scan, shelf: Shelf) -> bytes:
    score_scan(scan, shelf)
    return b""


def _explained(scan: Scan, shelf: Shelf) -> bytes:
    result = score_scan(scan, shelf).result
    for name in (WHOLE, *(group.id for group in result.questionnaire.all_groups())):
        explain(result, name)
    return b""


def _variants() -> tuple[Variant, ...]:
    shelf = shipped()
    scan = scanfile.read_file(EXAMPLE, shelf)
    return (
        Variant("scored and explained", partial(_explained, scan, shelf), times=50),
        Variant("scored", partial(_scored, scan, shelf), times=50),
    )


def _milliseconds(costs: Round) -> float:
    return costs[0].cpu * 1000


FIGURE = Figure("S3", "score and trace, CPU", _variants, _milliseconds, must=3, aim=1, unit=" ms")
