"""A small flaw in the program turns the tests red, whichever it is."""

from pathlib import Path

import pytest

from scripts.seeded_faults import Copy, Flaw, flaws

pytestmark = pytest.mark.long
FLAWS = flaws()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder: Path = tmp_path_factory.mktemp("copy")
    return Copy.made_in(folder)


def test_without_a_flaw_the_same_tests_are_green(copy: Copy) -> None:
    """So whatever is red below is red over the flaw, and in the copy."""
    green, said = copy.tested(*sorted({flaw.test for flaw in FLAWS}))

    assert green, said


@pytest.mark.parametrize("flaw", FLAWS, ids=[flaw.name for flaw in FLAWS])
def test_a_flaw_turns_its_test_red(copy: Copy, flaw: Flaw) -> None:
    noticed, said = copy.notices(flaw)

    assert noticed, said
