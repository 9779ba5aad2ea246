"""The table of seeded faults is true: each can be planted still, and each is told of."""

from scripts.seeded_faults import flaws
from tests.house.source import ROOT

PAGE = ROOT / "docs" / "seeded-faults.md"


def test_every_flaw_can_still_be_planted() -> None:
    """R26: its text stands exactly once where the table says; else the flaw is to be told anew."""
    found = flaws()

    misplaced = [
        flaw.name
        for flaw in found
        if (ROOT / flaw.place).read_text("utf-8").count(flaw.old) != 1 or flaw.new == flaw.old
    ]

    assert len(found) >= 25
    assert misplaced == []


def test_every_flaw_names_a_test_that_is_there() -> None:
    found = [(flaw.name, *flaw.test.split("::")) for flaw in flaws()]

    gone = [
        name
        for name, file, test in found
        if f"\ndef {test.partition('[')[0]}(" not in (ROOT / file).read_text("utf-8")
    ]

    assert found
    assert gone == []


def test_the_documentation_tells_of_every_flaw_and_no_other() -> None:
    told = [line for line in PAGE.read_text("utf-8").splitlines() if "` in `tests/" in line]

    assert told == [flaw.row for flaw in flaws()]
