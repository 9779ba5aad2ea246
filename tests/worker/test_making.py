"""A document is made from the answers for which it was asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.documents.pages import opened
from tests.documents.reports import a_scan, instrument
from tests.worker.queues import DAY, NOON, WORK_NL, Clock, Town, a_press, make_quickly
from toolkit.catalogue import library, shipped
from toolkit.documents.pdf import PangoMissing, Rendered, RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.domain.access import Actor, NotNow, Role
from toolkit.domain.library import Library
from toolkit.domain.report import Form
from toolkit.domain.scoring.score import score
from toolkit.services import order_document
from toolkit.services.document_source import source
from toolkit.services.finalise import finalise
from toolkit.services.make_document import make_document
from toolkit.services.order_document import BEFOREHAND, QueueFull, WantedDocument
from toolkit.services.say_report import Order
from toolkit.services.score_json import as_data
from toolkit.services.score_scan import Scored, score_scan
from toolkit.services.write_report import make_report
from toolkit.storage import assessments
from toolkit.storage.assessments import NotFound
from toolkit.storage.database import NotWritten
from toolkit.storage.documents import Stage
from toolkit.storage.jobs import PAUSE
from toolkit.storage.tables import documents

FINAL_DAY = date(2026, 11, 19)
RESULT = as_data(score(instrument(), a_scan().answers))


class Breaking:
    """A renderer that fails in one way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, _scored: Scored, _library: Library, _order: Order) -> Rendered:
        raise self.error


class Remembering:
    """A renderer that remembers with which library it was asked."""

    libraries: tuple[Library, ...] = ()

    def __call__(self, scored: Scored, known: Library, order: Order) -> Rendered:
        self.libraries += (known,)
        return make_quickly(scored, known, order)


def stages(town: Town) -> list[tuple[Stage, str]]:
    return [(row.stage, row.reason) for row in town.documents]


def all_three_attempts(town: Town, error: Exception) -> list[bool]:
    clock = Clock()
    press = a_press(town.database, Breaking(error), clock)
    return [make_document(press, town.claim(clock.later(seconds=10))) for _ in range(3)]


def test_an_unchanged_report_is_never_made_twice(town: Town) -> None:
    """T47."""
    first = town.order()
    make_document(a_press(town.database), town.claim())

    again = town.order(at=NOON + timedelta(minutes=5))

    assert again == first
    assert stages(town) == [(Stage.READY, "")]


@pytest.mark.parametrize(
    "other",
    [
        replace(WORK_NL, language="en"),
        replace(WORK_NL, form=Form.PUBLICATION),
        replace(WORK_NL, embed=True),
    ],
)
def test_another_document_of_the_same_scan_is_made_by_itself(
    town: Town, other: WantedDocument
) -> None:
    assert town.order() != town.order(other)


def test_another_day_gives_another_document_while_a_scan_is_not_final(town: Town) -> None:
    assert town.order() != town.order(at=NOON + timedelta(days=1))


def test_the_day_of_a_document_is_that_of_the_netherlands(town: Town) -> None:
    """T38."""
    town.order(at=NOON.replace(hour=23, minute=30))

    assert [row.what.day for row in town.documents] == [date(2026, 11, 21)]


def test_what_others_changed_in_the_library_gives_another_document(town: Town) -> None:
    known = library()
    aged = known.model_copy(update={"roles": known.roles[1:]})

    with town.database.reading() as connection:
        sources = [
            source(town.reader, connection, shipped(), one, town.assessment)
            for one in (known, aged)
        ]
    inputs = {found.inputs(WORK_NL.on(found, NOON)) for found in sources}

    assert len(inputs) == 2


def test_a_scan_that_changed_after_the_order_gives_no_document(town: Town) -> None:
    town.order()
    town.set_state("in_review", title="Andere titel")

    kept = make_document(a_press(town.database), town.claim())

    assert not kept
    assert stages(town) == [(Stage.FAILED, "changed")]


def test_nothing_is_made_while_people_are_still_answering(town: Town) -> None:
    town.set_state("draft")

    with pytest.raises(NotNow):
        town.order()


def test_a_scan_of_others_is_not_there_to_make_documents_of(town: Town) -> None:
    stranger = replace(town, municipality="elsewhere")

    with pytest.raises(NotFound):
        stranger.order()


def test_one_municipality_cannot_fill_the_queue(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T91, R12."""
    monkeypatch.setattr(order_document, "MOST_WAITING", 1)
    town.order()

    with pytest.raises(QueueFull):
        town.order(replace(WORK_NL, language="en"))


def test_the_documents_of_a_final_scan_are_asked_for_beforehand(town: Town) -> None:
    """P9: whoever asks later, on whichever day, finds them made."""
    who = Actor("", {town.municipality: Role.COORDINATOR})
    with town.database.writing() as connection:
        finalise(who, connection, shipped(), library(), town.assessment, day=FINAL_DAY, at=NOON)
    made = [make_document(a_press(town.database), town.claim()) for _ in BEFOREHAND]

    asked_later = town.order(at=NOON + timedelta(days=100))

    assert made == [True, True, True, True]
    assert asked_later in {row.id for row in town.documents}
    assert {row.what.day for row in town.documents} == {FINAL_DAY}
    assert {row.stage for row in town.documents} == {Stage.READY}


def test_a_final_scan_goes_by_the_library_that_it_keeps(town: Town) -> None:
    """T25."""
    known = library()
    kept = known.model_copy(update={"roles": known.roles[1:]})
    data = kept.model_dump(mode="json", exclude_defaults=True)
    town.set_state("final", dated=DAY, library=data, result=RESULT)
    town.order()
    renderer = Remembering()

    make_document(a_press(town.database, renderer), town.claim())

    assert renderer.libraries == (kept,)


def test_no_document_is_made_of_a_final_scan_of_other_figures_than_it_keeps(town: Town) -> None:
    """T22."""
    town.set_state("final", dated=DAY, result={**RESULT, "find_out": []})
    town.order()

    made = make_document(a_press(town.database), town.claim())

    assert not made
    assert stages(town) == [(Stage.FAILED, "not_as_kept")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RenderFailed(Reason.TOO_LONG), "too_long"),
        (RenderFailed(Reason.TOO_LARGE), "too_large"),
        (RenderFailed(Reason.OUT_OF_MEMORY), "out_of_memory"),
        (RenderFailed(Reason.HOST_REFUSED), "host_refused"),
        (PangoMissing(), "unavailable"),
        (ZeroDivisionError(), "broken"),
    ],
)
def test_what_fails_three_times_is_parked_with_its_reason(
    town: Town, error: Exception, reason: str
) -> None:
    """T45, T48."""
    town.order()

    kept = all_three_attempts(town, error)

    assert kept == [False, False, False]
    assert stages(town) == [(Stage.FAILED, reason)]


def test_a_failure_is_followed_by_an_attempt_that_succeeds(town: Town) -> None:
    town.order()
    make_document(a_press(town.database, Breaking(RenderFailed(Reason.HOST_REFUSED))), town.claim())

    kept = make_document(a_press(town.database), town.claim(NOON + PAUSE))

    assert kept
    assert stages(town) == [(Stage.READY, "")]


def test_a_database_that_is_closed_costs_no_document(town: Town) -> None:
    """T72: the row stays as it is, and its lease runs out."""
    town.order()
    press = a_press(town.database, Breaking(NotWritten("full")))

    with pytest.raises(NotWritten):
        make_document(press, town.claim())

    assert stages(town) == [(Stage.WORKING, "")]


def test_a_scan_that_was_removed_meanwhile_takes_its_document_along(town: Town) -> None:
    town.order()
    job = town.claim()
    with town.database.writing() as connection:
        assessments.remove(connection, town.assessment)

    kept = make_document(a_press(town.database), job)

    with town.database.reading() as connection:
        rows = connection.execute(select(documents.c.id)).all()
    assert not kept
    assert rows == []


def test_no_publication_carries_the_scan() -> None:
    with pytest.raises(ValueError, match="publication"):
        WantedDocument(Form.PUBLICATION, "nl", embed=True)


@pytest.mark.slow
def test_the_file_is_the_report_that_the_command_makes(town: Town) -> None:
    """T22, P2: the same bytes, whoever asks."""
    name = town.order(replace(WORK_NL, embed=True))
    with town.database.reading() as connection:
        found = source(town.reader, connection, shipped(), library(), town.assessment)
    scored, order = (
        score_scan(found.scan, shipped()),
        Order(WORK_NL.kind, Form.WORK, "nl", DAY, embed=True),
    )

    kept = make_document(a_press(town.database, make_report), town.claim())

    report = make_report(scored, library(), order)
    assert kept
    assert town.content(name) == report.pdf
    assert list(opened(report).attachments) == ["scan.yaml"]
