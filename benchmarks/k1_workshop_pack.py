"""K1: the pack of a workshop with one case, from scan file to file on disk, with hand-outs."""

import tempfile
from pathlib import Path

from benchmarks.example_report import DAY, LANGUAGE
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.domain.workshop_proposal import Wishes
from toolkit.paths import EXAMPLE
from toolkit.services.prepare_workshop import prepare, subject_of_scan
from toolkit.services.score_scan import score_file
from toolkit.services.write_workshop import write_pack


def _pack() -> bytes:
    scored, shelf = score_file(EXAMPLE, shipped()), shipped()
    subject = subject_of_scan(scored, library(), "–", DAY)
    workshop = prepare(subject, shelf, library(), Wishes(agreed=True), DAY)
    with tempfile.TemporaryDirectory() as folder:
        write_pack(workshop, LANGUAGE, Path(folder) / "pack.zip", _unheard)
    return b""


def _unheard(_done: int, _total: int) -> None:
    """Keep quiet: nobody watches a measurement."""


def _variants() -> tuple[Variant, ...]:
    return (Variant("thirteen papers, five of them for Word too, and slides", _pack),)


def _seconds(costs: Round) -> float:
    return costs[0].cpu


FIGURE = Figure(
    "K1", "the pack of a workshop, CPU", _variants, _seconds, must=20, aim=10, unit=" s"
)
