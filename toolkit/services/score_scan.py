"""Scores a scan with the questionnaire that it answers, once for every output."""

from dataclasses import dataclass, field
from pathlib import Path

from toolkit.catalogue import Shelf
from toolkit.documents import scanfile
from toolkit.domain.answers import Answers
from toolkit.domain.left_out import NOWHERE
from toolkit.domain.life import ALONE, Life
from toolkit.domain.look import PLAIN, Look
from toolkit.domain.problems import Problem, Refused
from toolkit.domain.publication import Passage
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report_facts import Blanks
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import Result
from toolkit.domain.scoring.score import score


class OnePersonOnly(Refused):
    """The answers of one young person, or expert by experience: no outcome is made of those."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A scan with what its answers amount to, and what its documents say of its life.

    ``blanks`` is what the municipality filled in, ``left_out`` what no publication says.
    """

    scan: Scan
    result: Result
    life: Life = ALONE
    look: Look = PLAIN
    blanks: Blanks = field(default_factory=dict)
    left_out: frozenset[Passage] = NOWHERE

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that the scan answers."""
        return self.result.questionnaire


def score_file(file: Path, shelf: Shelf) -> Scored:
    """Return the scan in a file with its result.

    Raises `BadScanFile` with every problem in it, `OnePersonOnly`, and what the shelf raises for
    a questionnaire that cannot be loaded.
    """
    return score_scan(scanfile.read_file(file, shelf), shelf, name=str(file))


def score_scan(scan: Scan, shelf: Shelf, *, name: str = "") -> Scored:
    """Return a scan with its result; ``name`` is the file it comes from.

    Raises `KeyError` when its questionnaire is not on the shelf, and `OnePersonOnly`.
    """
    questionnaire = shelf.find(scan.questionnaire, scan.edition)
    return Scored(scan, amount_to(questionnaire, scan.answers, scan.selection, name=name))


def amount_to(
    questionnaire: Questionnaire, answers: Answers, selection: str | None, *, name: str = ""
) -> Result:
    """Return what answers amount to; raise `OnePersonOnly` for a list for young people.

    Behind its safeguards, an outcome takes five of them, and a scan is one.
    """
    if questionnaire.audience == "youth":
        raise OnePersonOnly((Problem("one_person", name, key="questionnaire"),))
    return score(questionnaire, answers, selection=selection)
