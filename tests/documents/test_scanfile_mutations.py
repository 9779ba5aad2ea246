"""No damage to a scan file makes the reader crash, hang or fall silent."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.catalogue.mutations import DAMAGES
from toolkit.catalogue import shipped
from toolkit.documents import scanfile
from toolkit.domain.problems import Problem
from toolkit.paths import EXAMPLES
from toolkit.services.explain import MESSAGES

LONGEST = 2.0
SCANS = tuple(sorted(EXAMPLES.glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Outcome:
    seed: int
    seconds: float
    loaded: bool
    problems: tuple[Problem, ...]

    @property
    def worded(self) -> bool:
        return all(problem.code in MESSAGES for problem in self.problems)


def outcomes(seeds: range) -> tuple[Outcome, ...]:
    return tuple(outcome for seed in seeds for outcome in _outcome(seed))


def _outcome(seed: int) -> Iterator[Outcome]:
    dice = random.Random(seed)  # noqa: S311 (the same damage every time)
    text = dice.choice(SCANS).read_bytes()
    damaged = DAMAGES[dice.choice(sorted(DAMAGES))](text, dice).decode("utf-8", "replace")
    began = time.process_time()
    try:
        scanfile.read(damaged, shipped(), name="scan.yaml")
    except scanfile.BadScanFile as refused:
        yield Outcome(seed, time.process_time() - began, loaded=False, problems=refused.problems)
    else:
        yield Outcome(seed, time.process_time() - began, loaded=True, problems=())


def test_there_is_something_to_damage() -> None:
    assert SCANS


@pytest.mark.parametrize("seeds", [range(200), range(200, 400)], ids=str)
def test_damaged_scan_files_load_or_are_refused_in_words(seeds: range) -> None:
    """T65, for scan files."""
    found = outcomes(seeds)

    assert {outcome.loaded for outcome in found} == {True, False}
    assert [outcome for outcome in found if not outcome.worded] == []
    assert [outcome for outcome in found if not (outcome.loaded or outcome.problems)] == []
    assert max(outcome.seconds for outcome in found) < LONGEST
