"""S3: scoring the main questionnaire with the explanation of every figure."""

from functools import partial

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from toolkit.catalogue.shipped import shipped
from toolkit.documents import scanfile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.figures import WHOLE
from toolkit.domain.scoring.score import score
from toolkit.domain.scoring.trace import explain
from toolkit.paths import EXAMPLE


def _scored(scan: Scan, questionnaire: Questionnaire) -> bytes:
    score(questionnaire, scan.answers, selection=scan.selection)
    return b""


def _explained(scan: Scan, questionnaire: Questionnaire) -> bytes:
    result = score(questionnaire, scan.answers, selection=scan.selection)
    for name in (WHOLE, *(group.id for group in questionnaire.all_groups())):
        explain(result, name)
    return b""


def _variants() -> tuple[Variant, ...]:
    shelf = shipped()
    scan = scanfile.read_file(EXAMPLE, shelf)
    questionnaire = shelf.find(scan.questionnaire, scan.edition)
    return (
        Variant("scored and explained", partial(_explained, scan, questionnaire), times=50),
        Variant("scored", partial(_scored, scan, questionnaire), times=50),
    )


def _milliseconds(costs: Round) -> float:
    return costs[0].cpu * 1000


FIGURE = Figure("S3", "score and trace, CPU", _variants, _milliseconds, must=3, aim=1, unit=" ms")
