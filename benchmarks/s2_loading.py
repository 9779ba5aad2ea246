"""S2: loading and checking the main questionnaire, beside parsing its files alone."""

import yaml

from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant
from toolkit.catalogue.library_files import library
from toolkit.catalogue.load import load
from toolkit.paths import QUESTIONNAIRES

EDITION = QUESTIONNAIRES / "kinderrechten-mensenhandel" / "2026.1"
TEXTS = tuple(
    path.read_text("utf-8")
    for path in (EDITION / "questionnaire.yaml", *sorted((EDITION / "themes").glob("*.yaml")))
)


def _loaded() -> bytes:
    load(EDITION, library())
    return b""


def _parsed() -> bytes:
    for text in TEXTS:
        yaml.load(text, yaml.CSafeLoader)
    return b""


def _variants() -> tuple[Variant, ...]:
    return (
        Variant("loaded and checked", _loaded, times=5),
        Variant("parsed by the C loader", _parsed, times=5),
    )


FIGURE = Figure("S2", "load ÷ bare C parse, CPU", _variants, cpu_ratio, must=1.5, aim=1.15)
