"""However much is wrong with a scan file, what is said about it can be read."""

import pytest

from tests.documents.scans import HEAD, refused


def strangers(count: int) -> str:
    rows = (f"  vreemd.vraag_{number}: unknown\n" for number in range(count))
    return f"{HEAD}answers:\n{''.join(rows)}"


@pytest.mark.parametrize(("count", "said"), [(19_000, 501), (45_000, 1)])
def test_a_scan_file_full_of_unknown_questions_gets_a_bounded_answer(count: int, said: int) -> None:
    """T63, T65."""
    lines = refused(strangers(count))

    assert len(lines) == said
    assert max(map(len, lines)) < 300
