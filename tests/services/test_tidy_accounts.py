"""Who belongs nowhere any more is forgotten after the term of accounts, nobody sooner (T100, T104)."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.services.rounds import NOON, Rounds
from tests.services.test_tidy import tidied
from tests.storage.kept import a_database
from toolkit.domain.access import Role
from toolkit.domain.retention import TERMS
from toolkit.services.back_up import back_up
from toolkit.services.restore import restore
from toolkit.storage import accounts, audit, grants, people, reader_links, sessions
from toolkit.storage.database import Database
from toolkit.storage.grants import Recipient

TERM = timedelta(days=TERMS["accounts"].days)
DAY = timedelta(days=1)
ENDS = NOON + timedelta(days=91)
LAST_DAY = ENDS.date()
EMAIL = "ada.kanarie@expertise.nl"


@dataclass(frozen=True)
class Outsider:
    """Somebody who was let in to a municipality, or to one scan of it, until a day."""

    account: str
    grant: str


def outsider(rounds: Rounds, scan: str | None = None, ends: date = LAST_DAY) -> Outsider:
    """Let somebody in who signs in at once."""
    with rounds.database.writing() as connection:
        account = accounts.add(connection, operator=False, email=EMAIL, at=NOON)
        sessions.begin(connection, account, at=NOON)
        to = Recipient("Ada Kanarie", account=account)
        by = rounds.actor.account
        grant = grants.give(connection, (rounds.place, scan), to, ends, by, at=NOON)
    return Outsider(account, grant)


def emails(database: Database) -> set[str]:
    """Return the address of everybody."""
    with database.reading() as connection:
        return {one.email for one in people.everybody(connection)}


def gone(rounds: Rounds, at: datetime) -> int:
    """Tidy; return of how many people nothing but a number is left since."""
    return tidied(rounds, at).gone["accounts"]


def test_an_advisor_is_forgotten_once_the_last_grant_ended_a_term_ago(rounds: Rounds) -> None:
    """T100, T104: with the name that whoever gave it typed."""
    someone = outsider(rounds)

    early = gone(rounds, ENDS + TERM)
    ripe = gone(rounds, ENDS + TERM + 2 * DAY)
    again = gone(rounds, ENDS + TERM + 3 * DAY)

    with rounds.database.reading() as connection:
        assert accounts.actor(connection, someone.account, at=NOON) is None
        assert grants.of(connection, rounds.place) == ()
    assert (early, ripe, again) == (0, 1, 0)
    assert EMAIL not in emails(rounds.database)


def test_a_grant_that_was_withdrawn_ended_then(rounds: Rounds) -> None:
    """T104."""
    someone = outsider(rounds, rounds.begin())
    with rounds.database.writing() as connection:
        grants.withdraw(connection, someone.grant, at=NOON + DAY)

    early = gone(rounds, NOON + TERM + DAY)
    ripe = gone(rounds, NOON + TERM + 2 * DAY)

    assert (early, ripe) == (0, 1)


def test_who_was_here_since_stays(rounds: Rounds) -> None:
    """T100."""
    someone = outsider(rounds)
    late = ENDS + timedelta(days=400)
    with rounds.database.writing() as connection:
        sessions.begin(connection, someone.account, at=late)

    early = gone(rounds, late + TERM)
    ripe = gone(rounds, late + TERM + DAY)

    assert (early, ripe) == (0, 1)


def test_who_was_taken_out_of_the_last_municipality_is_forgotten(rounds: Rounds) -> None:
    """T100: nothing of theirs stood anywhere any more but the account."""
    with rounds.database.writing() as connection:
        account = accounts.add(connection, operator=False, email=EMAIL, at=NOON)
        accounts.join(connection, account, rounds.place, Role.CONTRIBUTOR, at=NOON)
        people.leave(connection, account, rounds.place)

    early = gone(rounds, NOON + TERM)
    ripe = gone(rounds, NOON + TERM + DAY)

    assert (early, ripe) == (0, 1)
    assert EMAIL not in emails(rounds.database)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DEPUTY])
def test_who_leads_somewhere_else_stays(rounds: Rounds, role: Role) -> None:
    """T100."""
    someone = outsider(rounds)
    with rounds.database.writing() as connection:
        accounts.join(connection, someone.account, rounds.place, role, at=NOON)

    done = gone(rounds, NOON + 5 * TERM)

    assert done == 0
    assert EMAIL in emails(rounds.database)


def test_a_member_who_was_let_in_elsewhere_since_stays_in_both(rounds: Rounds) -> None:
    """T100: a grant that lives is a reason to come back."""
    late = NOON + 2 * TERM
    someone = outsider(rounds, ends=(late + DAY).date())
    with rounds.database.writing() as connection:
        accounts.join(connection, someone.account, rounds.place, Role.CONTRIBUTOR, at=NOON)

    done = gone(rounds, late)

    with rounds.database.reading() as connection:
        found = accounts.actor(connection, someone.account, at=late)
    assert done == 0
    assert found is not None
    assert dict(found.roles) == {rounds.place: Role.CONTRIBUTOR}


def test_who_runs_the_program_stays(rounds: Rounds) -> None:
    """T100."""
    with rounds.database.writing() as connection:
        accounts.add(connection, operator=True, email=EMAIL, at=NOON)

    done = gone(rounds, NOON + 5 * TERM)

    assert done == 0
    assert EMAIL in emails(rounds.database)


def test_who_reads_by_a_link_goes_with_the_link(rounds: Rounds) -> None:
    """T100: that account is no person's."""
    scan, by, late = rounds.begin(), rounds.actor.account, NOON + 2 * TERM
    with rounds.database.writing() as connection:
        account = accounts.add(connection, operator=False, at=NOON)
        wish = ("de portefeuillehouder", (late + DAY).date())
        secret = reader_links.give(connection, scan, account, wish, by, at=NOON)

    done = gone(rounds, late)

    with rounds.database.reading() as connection:
        assert reader_links.opened_by(connection, secret, on=late.date()) is not None
    assert done == 0


def test_saying_who_would_go_changes_nothing(rounds: Rounds) -> None:
    outsider(rounds)
    late = NOON + 2 * TERM

    would = tidied(rounds, late, dry=True)

    assert would.gone["accounts"] == 1
    assert EMAIL in emails(rounds.database)


def test_nought_keeps_every_account(rounds: Rounds) -> None:
    """T100: the limit 0."""
    outsider(rounds)

    done = tidied(rounds, NOON + 9 * TERM, days={"accounts": 0})

    assert done.gone["accounts"] == 0
    assert EMAIL in emails(rounds.database)


def test_it_stands_in_the_log_without_a_name(rounds: Rounds) -> None:
    """R37."""
    outsider(rounds)

    gone(rounds, NOON + 2 * TERM)

    with rounds.database.reading() as connection:
        line = audit.of(connection, "")[0]
    assert (line.what, line.account) == ("tidied", 0)


def test_who_was_forgotten_is_forgotten_in_a_copy_that_is_put_back(
    rounds: Rounds, tmp_path: Path
) -> None:
    """T89: also where they were still a member when it was made."""
    copy, folder = tmp_path / "copy", rounds.database.file.parent
    someone = outsider(rounds)
    with rounds.database.writing() as connection:
        accounts.join(connection, someone.account, rounds.place, Role.CONTRIBUTOR, at=NOON)
    back_up(rounds.database, copy, at=NOON)
    with rounds.database.writing() as connection:
        people.leave(connection, someone.account, rounds.place)
    gone(rounds, NOON + 2 * TERM)
    rounds.database.close()

    restore(copy, folder, at=NOON)

    with closing(a_database(folder)) as database:
        assert database.settle()
        assert EMAIL not in emails(database)
    assert EMAIL.encode() not in (folder / "kinderrechtenscan.sqlite3").read_bytes()
