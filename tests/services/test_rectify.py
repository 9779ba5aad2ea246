"""Personal data is struck everywhere, scores stay, and nothing of it is left in the file."""

from __future__ import annotations

import logging
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.services.rounds import FILLED, NOON, WHY, Rounds
from toolkit.catalogue import library
from toolkit.domain.access import Actor, NotAllowed, NotNow, Role
from toolkit.domain.answers import View, answered, disputed
from toolkit.domain.scan import Evidence, PlannedAction, Remark
from toolkit.domain.striking import STRUCK
from toolkit.services.correct import Why
from toolkit.services.rectify import NothingFound, Sought, TooShort, rectify, seek
from toolkit.storage import jobs, register, striking, surroundings
from toolkit.storage.tables import METADATA

NAME = "Zoë Kanarie"
NOTED = replace(answered(Decimal(2)), note=f"Gesproken met {NAME}.", evidence=(f"Mail {NAME}",))
TOLD = answered(f"Over {NAME} en haar zus")
NOT_WRITTEN = {
    "accounts.recovery_codes",
    "accounts.totp_secret",
    "actions.items",
    "assessments.library",
    "assessments.respondents",
    "assessments.result",
    "facts.value",
    "grants.name",
    "memberships.name",
    "municipalities.headings",
    "municipalities.look",
    "municipalities.name",
    "municipalities.region",
    # Of the person who wrote them, whoever they are about.
    "own_cases.text",
    "reader_links.name",
    "rectifications.places",
    # Of the person who gives them for several municipalities; they are in no scan.
    "regional_answers.answer",
    "regional_exceptions.answer",
    # Six numbers; what was asked for by ids; where the room is.
    "workshop_counts.counts",
    "workshops.room",
    "workshops.wishes",
    # The notebook of an advisor is theirs: no municipality reads it, in no search either.
    "workshop_notes.text",
}
QUARREL = disputed(
    View("some", NAME, "zo is het"), View("yes", "beleidsadviseur", f"{NAME} zegt het")
)


def everywhere(rounds: Rounds) -> str:
    """Return a final scan with the name in every place where people write."""
    said = {**FILLED, "beleid.plan": NOTED, "beleid.geld": QUARREL, "doen.verhaal": TOLD}
    scan = rounds.fill(rounds.begin(), said)
    remark = Remark(f"Dank aan {NAME}", NAME)
    action = PlannedAction(
        f"Bel {NAME}", NAME, child_notices=f"{NAME} merkt het", note=NAME, reason=NAME
    )
    entry = Evidence("mail", f"Mail van {NAME}", link=f"https://example.org/{NAME}", citation=NAME)
    with rounds.database.writing() as connection:
        surroundings.put_remark(connection, scan, "foreword", remark, seen=0, account=None, at=NOON)
        surroundings.add_action(connection, scan, action, at=NOON)
        register.take_in(connection, rounds.place, (entry,), at=NOON)
    return rounds.finish(scan)


def struck(rounds: Rounds, scan: str, text: str = NAME, actor: Actor | None = None) -> Sought:
    with rounds.database.writing() as connection:
        who = actor or rounds.actor
        return rectify(who, connection, rounds.shelf, library(), scan, text, at=NOON)


def sought(rounds: Rounds, scan: str, text: str = NAME) -> Sought:
    with rounds.database.reading() as connection:
        return seek(rounds.actor, connection, rounds.shelf, scan, text)


def kept_bytes(rounds: Rounds) -> bytes:
    """Return everything that lies on the disk."""
    return b"".join(file.read_bytes() for file in rounds.database.file.parent.iterdir())


def as_kept(text: str) -> tuple[bytes, bytes]:
    """Return a text as it lies in a column of its own, and inside JSON."""
    return text.encode(), text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")


def test_every_place_is_shown_before_anything_is_struck(rounds: Rounds) -> None:
    scan = everywhere(rounds)

    found = sought(rounds, scan)

    kinds = {place.kind for place in found.places}
    assert kinds == {"answer", "history", "remark", "action", "action_history", "evidence"}
    assert all(NAME in place.around for place in found.places)
    assert rounds.opened(scan).answers["beleid.plan"] == NOTED


def test_the_text_goes_and_the_rest_stays(rounds: Rounds) -> None:
    scan = everywhere(rounds)

    struck(rounds, scan)

    after = rounds.source(scan).scan
    assert after.answers["beleid.plan"].note == f"Gesproken met {STRUCK}."
    assert after.answers["beleid.plan"].evidence == (f"Mail {STRUCK}",)
    assert after.answers["doen.verhaal"].value == f"Over {STRUCK} en haar zus"
    assert [view.value for view in after.answers["beleid.geld"].views] == ["some", "yes"]
    assert after.actions[0].what == f"Bel {STRUCK}"


def test_a_search_of_the_files_finds_nothing(rounds: Rounds) -> None:
    """T101: not in the database, not in what was freed, not in its log."""
    scan = everywhere(rounds)
    before = [form in kept_bytes(rounds) for form in as_kept(NAME)]

    struck(rounds, scan)
    emptied = rounds.database.settle()

    assert before == [True, True]
    assert emptied
    assert [form in kept_bytes(rounds) for form in as_kept(NAME)] == [False, False]


def test_somebody_who_reads_an_older_state_is_told_of(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    rounds.database.settle()

    with rounds.database.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM answers").scalar_one()
        reader_began = rounds.opened(scan)
        struck(rounds, scan)
        emptied = rounds.database.settle()

    assert reader_began.assessment.state == "final"
    assert not emptied
    assert rounds.database.settle()


def test_scores_do_not_change(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    before = rounds.opened(scan)

    struck(rounds, scan)

    after = rounds.opened(scan)
    assert {item: answer.state for item, answer in after.answers.items()} == {
        item: answer.state for item, answer in before.answers.items()
    }
    assert after.answers["beleid.plan"].value == before.answers["beleid.plan"].value


def test_what_was_chosen_is_never_struck(rounds: Rounds) -> None:
    """The word of an option may be a text that somebody wrote elsewhere."""
    noted = replace(answered("some"), note="some person")
    scan = rounds.final({**FILLED, "beleid.geld": noted})

    struck(rounds, scan, "some")

    after = rounds.opened(scan).answers["beleid.geld"]
    assert (after.value, after.note) == ("some", f"{STRUCK} person")


def test_documents_are_made_anew_and_say_that_the_scan_was_revised(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    before = {one.id for one in rounds.documents(scan)}

    struck(rounds, scan)

    after = rounds.documents(scan)
    assert rounds.source(scan).life.rectified == NOON.date()
    assert len(after) == 4
    assert before.isdisjoint(one.id for one in after)
    assert {one.what.day for one in after} == {NOON.date()}


def test_a_document_that_was_being_made_is_not_kept(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    with rounds.database.writing() as connection:
        job = jobs.claim(connection, at=NOON)
    assert job is not None

    struck(rounds, scan)

    with rounds.database.writing() as connection:
        assert not jobs.finish(connection, job, NAME.encode(), at=NOON)


def test_a_round_that_carried_the_text_is_struck_too(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    new = rounds.next_round(scan)

    found = struck(rounds, scan)

    assert {one.id for one in found.scans} == {scan, new}
    assert rounds.opened(new).answers["beleid.plan"].note == f"Gesproken met {STRUCK}."
    assert rounds.frame(new).rectified is None


def test_a_correction_and_what_it_corrects_are_struck_both(rounds: Rounds) -> None:
    old = rounds.final({**FILLED, "beleid.plan": NOTED})
    new = rounds.finish(rounds.correction(old, Why(f"Vraag van {NAME}", WHY.approver)))

    struck(rounds, new)

    assert rounds.opened(old).answers["beleid.plan"].note == f"Gesproken met {STRUCK}."
    assert rounds.frame(new).correction_reason == f"Vraag van {STRUCK}"


def test_a_page_that_was_open_cannot_put_the_text_back(rounds: Rounds) -> None:
    scan = everywhere(rounds)
    new = rounds.next_round(scan)
    seen = rounds.opened(new).answer("beleid.plan").version

    struck(rounds, scan)

    assert rounds.opened(new).answer("beleid.plan").version == seen + 1


def test_the_log_keeps_that_it_happened_and_where_and_not_what(
    rounds: Rounds, caplog: pytest.LogCaptureFixture
) -> None:
    """T75."""
    caplog.set_level(logging.DEBUG)
    scan = everywhere(rounds)

    places = struck(rounds, scan).places

    with rounds.database.reading() as connection:
        assert striking.logged(connection, scan) == ((NOON, len(places)),)
    assert NAME not in caplog.text


def test_a_text_that_stands_nowhere_strikes_nothing(rounds: Rounds) -> None:
    scan = rounds.final()

    with pytest.raises(NothingFound):
        struck(rounds, scan)

    assert rounds.frame(scan).rectified is None


@pytest.mark.parametrize("text", ["", "  ", "an", "wijder"])
def test_a_text_that_is_too_short_is_refused(rounds: Rounds, text: str) -> None:
    scan = rounds.final()

    with pytest.raises(TooShort):
        struck(rounds, scan, text)


def test_a_scan_that_is_not_final_is_changed_by_its_own_pages(rounds: Rounds) -> None:
    """R10."""
    draft = rounds.fill(rounds.begin(), {"beleid.plan": NOTED})

    with pytest.raises(NotNow):
        struck(rounds, draft)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_who_leads_strikes_anything(rounds: Rounds, role: Role) -> None:
    """R26."""
    scan = everywhere(rounds)

    with pytest.raises(NotAllowed):
        struck(rounds, scan, actor=rounds.as_a(role))


def test_every_column_in_which_people_write_is_looked_through() -> None:
    """A new column holds what people write, or it is named here as one that does not."""
    looked_through = {(one.table.name, name) for one in striking.WRITTEN for name in one.columns}

    left = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if (table.name, column.name) not in looked_through
        and type(column.type).__name__ in ("Text", "Json")
    }

    assert left == NOT_WRITTEN
