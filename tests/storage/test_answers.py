"""The row of an answer decides who was first, whatever was looked at before it was written."""

from dataclasses import replace

from tests.storage.kept import INSTRUMENT, ITEM, NOON, Kept
from toolkit.domain.answers import UNKNOWN
from toolkit.storage import answers
from toolkit.storage.answers import NONE_YET, Stamp


def test_nothing_is_written_over_an_answer_that_is_not_the_one_that_was_seen(kept: Kept) -> None:
    """R11, T84: also where a database lets two writers in at once."""
    kept.save("mine")
    late = replace(UNKNOWN, note="theirs")
    stamp, question = Stamp(None, NOON, "late"), INSTRUMENT.questions[ITEM]

    with kept.database.writing() as connection:
        written = answers.write(connection, kept.scan, question, late, over=NONE_YET, stamp=stamp)

    assert written is None
    assert kept.notes() == ("mine",)
