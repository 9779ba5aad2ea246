"""No damage to a questionnaire makes the reader crash, hang or fall silent."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue.mutations import damaged, outcomes, sources

LONGEST = 2.0
A_FEW = range(40)
IN_EVERY_RUN = [range(start, start + 100) for start in range(0, 2_000, 100)]
IN_LONG_RUNS = [range(start, start + 500) for start in range(0, 20_000, 500)]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder that is emptied at once, because there are many."""
    yield tmp_path
    shutil.rmtree(tmp_path)


def test_there_is_something_to_damage() -> None:
    assert len(sources()) == 5


def test_the_same_seed_damages_the_same(place: Path) -> None:
    once, again = damaged(7, place / "once"), damaged(7, place / "again")

    assert once.loaded == again.loaded
    assert once.unworded == again.unworded


def test_a_few_damaged_questionnaires_load_or_are_refused_in_words(place: Path) -> None:
    found = outcomes(A_FEW, place)

    assert {outcome.loaded for outcome in found} == {True, False}
    assert [outcome for outcome in found if outcome.unworded] == []
    assert max(outcome.seconds for outcome in found) < LONGEST


@pytest.mark.slow
@pytest.mark.parametrize("seeds", IN_EVERY_RUN, ids=str)
def test_damaged_questionnaires_load_or_are_refused_in_words(seeds: range, place: Path) -> None:
    """T65: a clean load or a message with file, line, reason; never a stack trace or two seconds."""
    found = outcomes(seeds, place)

    assert len(found) == len(seeds)
    assert [outcome for outcome in found if outcome.unworded] == []
    assert max(outcome.seconds for outcome in found) < LONGEST


@pytest.mark.long
@pytest.mark.parametrize("seeds", IN_LONG_RUNS, ids=str)
def test_twenty_thousand_damaged_questionnaires(seeds: range, place: Path) -> None:
    """T65, at full length."""
    found = outcomes(seeds, place)

    assert len(found) == len(seeds)
    assert [outcome for outcome in found if outcome.unworded] == []
    assert max(outcome.seconds for outcome in found) < LONGEST
