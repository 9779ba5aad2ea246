"""Personal data is struck from the register, and from what final scans keep of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.services.rounds import DAY, NOON, Rounds
from toolkit.catalogue import library
from toolkit.domain.answers import answered
from toolkit.domain.scan import Evidence
from toolkit.domain.striking import STRUCK
from toolkit.services.rectify import Sought, rectify
from toolkit.storage import files, striking
from toolkit.storage.files import NewFile

NAME = "Zoë Kanarie"


def struck(rounds: Rounds, scan: str, text: str = NAME) -> Sought:
    with rounds.database.writing() as connection:
        return rectify(rounds.actor, connection, rounds.shelf, library(), scan, text, at=NOON)


def test_an_entry_of_the_register_that_was_named_after_somebody_gets_another_id(
    rounds: Rounds,
) -> None:
    noted = replace(answered(Decimal(2)), evidence=("mail-van-zoe-kanarie, p. 3", "plan, p. 1"))
    scan = rounds.fill(rounds.begin(), {"beleid.plan": noted})
    entries = (Evidence("mail-van-zoe-kanarie", f"Mail van {NAME}"), Evidence("plan", "Plan"))
    rounds.register(*entries)
    rounds.finish(scan)

    struck(rounds, scan)
    rounds.database.settle()

    after = rounds.source(scan).scan
    assert after.answers["beleid.plan"].evidence == ("verwijderd-1, p. 3", "plan, p. 1")
    assert {entry.id for entry in after.evidence} == {"verwijderd-1", "plan"}
    assert b"zoe-kanarie" not in rounds.database.file.read_bytes()


def test_a_file_stays_with_an_entry_that_gets_another_id(rounds: Rounds) -> None:
    rounds.register(Evidence("mail-van-zoe-kanarie", f"Mail van {NAME}"))
    file = NewFile(f"{NAME}.pdf", "pdf", b"%PDF-")
    with rounds.database.writing() as connection:
        files.add(connection, rounds.place, "mail-van-zoe-kanarie", file, None, at=NOON)

    struck(rounds, rounds.final())

    with rounds.database.reading() as connection:
        (kept,) = files.all_of(connection, rounds.place)
    assert kept.entry == "verwijderd-1"


def test_the_evidence_that_a_final_scan_keeps_is_struck_and_its_days_stay(rounds: Rounds) -> None:
    """T101: a text may stand in the days too; those are no words of people."""
    noted = replace(answered(Decimal(2)), evidence=("mail",))
    entry = Evidence("mail", f"Mail van {NAME}, 2024", dated=date(2024, 5, 1), citation=NAME)
    rounds.register(entry)
    scan = rounds.final({"beleid.plan": noted})

    kinds = {place.kind for place in struck(rounds, scan).places}
    struck(rounds, scan, "2024")

    cleaned = replace(entry, title=f"Mail van {STRUCK}, {STRUCK}", citation=STRUCK)
    assert kinds == {"kept_evidence", "evidence"}
    assert rounds.source(scan).scan.evidence == (cleaned,)


def test_a_strike_from_the_register_alone_leaves_other_final_scans(rounds: Rounds) -> None:
    """T75: it is noted with the scan from which it was asked."""
    asked, other = rounds.final(), rounds.final()
    rounds.register(Evidence("mail", f"Mail van {NAME}"))

    struck(rounds, asked)

    with rounds.database.reading() as connection:
        assert len(striking.logged(connection, asked)) == 1
        assert not striking.logged(connection, other)
    assert (rounds.frame(asked).rectified, rounds.frame(other).rectified) == (DAY, None)
