"""A document that could not be made ends in one sentence."""

from pathlib import Path

import pytest

from toolkit.cli.endings import USAGE, WRONG, Refusal
from toolkit.cli.making import BROKEN, WRITING, making
from toolkit.documents.output import CannotWrite, WriteProblem
from toolkit.documents.pdf import PangoMissing, RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.domain.answers import Answer, State, answered
from toolkit.domain.scan import PlannedAction, Remark, Remarks, Scan
from toolkit.wording import wording

DUTCH = wording("nl")
PLACE = Path("rapport.pdf")


def refused(problem: Exception, scan: Scan | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught, making(DUTCH, scan):
        raise problem
    return caught.value


def test_what_goes_well_is_left_alone() -> None:
    with making(DUTCH):
        done = True

    assert done


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.TOO_LONG, "Het maken van de PDF duurde te lang"),
        (Reason.TOO_LARGE, "Het document is te groot voor een PDF."),
        (Reason.OUT_OF_MEMORY, "Het maken van de PDF kostte te veel geheugen"),
        (Reason.BROKEN, DUTCH(BROKEN)),
        (Reason.UNAVAILABLE, DUTCH(BROKEN)),
    ],
)
def test_pages_that_cannot_be_made_say_why(reason: Reason, said: str) -> None:
    end = refused(RenderFailed(reason))

    assert end.code == WRONG
    assert end.message.startswith(said)


WORDY = Scan(
    "klein",
    "1",
    {
        "beleid.plan": Answer(State.UNKNOWN, note="n" * 10_000),
        "beleid.geld": Answer(State.NOT_APPLICABLE, reason="r" * 9_000, note="n" * 500),
        "beleid.verhaal": answered("v" * 20),
    },
    remarks=Remarks(foreword=Remark("f" * 9_900)),
    actions=(PlannedAction("w" * 10),),
)


@pytest.mark.parametrize("reason", [Reason.TOO_LONG, Reason.TOO_LARGE, Reason.OUT_OF_MEMORY])
def test_pages_that_are_too_much_name_where_most_is_written(reason: Reason) -> None:
    end = refused(RenderFailed(reason), WORDY)

    assert end.message.endswith(
        "De meeste tekst staat bij beleid.plan (10.000 tekens), remarks.foreword (9.900 tekens) "
        "en beleid.geld (9.500 tekens)."
    )


def test_a_fault_of_ours_names_no_text() -> None:
    assert refused(RenderFailed(Reason.BROKEN), WORDY).message == DUTCH(BROKEN)


@pytest.mark.parametrize("problem", WriteProblem)
def test_a_file_that_cannot_be_written_is_named(problem: WriteProblem) -> None:
    end = refused(CannotWrite(PLACE, problem))

    assert end.code == USAGE
    assert end.message == DUTCH(WRITING[problem], path="rapport.pdf")
    assert "‘rapport.pdf’" in end.message


def test_a_machine_that_gives_too_little_is_not_blamed_on_the_texts() -> None:
    end = refused(RenderFailed(Reason.HOST_REFUSED))

    assert end.code == USAGE
    assert end.message.startswith("Deze computer geeft het programma te weinig geheugen")


def test_a_missing_library_comes_with_what_to_type() -> None:
    end = refused(PangoMissing())

    assert end.code == USAGE
    assert end.message.startswith("De bibliotheek Pango ontbreekt")
    assert "sudo apt install libpango" in end.message
