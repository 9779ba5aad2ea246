"""Scores a scan with the questionnaire that it answers, once for every output."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.catalogue import Shelf
from toolkit.documents import scanfile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import Result
from toolkit.domain.scoring.score import score


@dataclass(frozen=True, slots=True)
class Scored:
    """A scan with what its answers amount to."""

    scan: Scan
    result: Result

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that the scan answers."""
        return self.result.questionnaire


def score_file(file: Path, shelf: Shelf) -> Scored:
    """Return the scan in a file with its result.

    Raises `BadScanFile` with every problem in it, and what the shelf raises for a questionnaire
    that cannot be loaded.
    """
    return score_scan(scanfile.read_file(file, shelf), shelf)


def score_scan(scan: Scan, shelf: Shelf) -> Scored:
    """Return a scan with its result; raise `KeyError` when its questionnaire is not on the shelf."""
    questionnaire = shelf.find(scan.questionnaire, scan.edition)
    return Scored(scan, score(questionnaire, scan.answers, selection=scan.selection))
