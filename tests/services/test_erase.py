"""A person or a municipality is erased: nowhere a trace, nobody else touched (T101, T102, T89)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.services.rounds import NOON, Rounds, rounds_in
from tests.services.test_take_everything import canaries, filled
from tests.storage.kept import a_database
from toolkit.domain.access import NotAllowed, Role
from toolkit.domain.answers import answered
from toolkit.services.back_up import back_up
from toolkit.services.erase import OtherName, erase_municipality, erase_person
from toolkit.services.manage_members import LastCoordinator, members
from toolkit.services.restore import restore
from toolkit.services.verify import verify
from toolkit.storage import accounts, everything, sessions, tokens
from toolkit.storage.sessions import Limits

NAME, EMAIL = "Zoe Kanarie", "zoe.kanarie@voorbeeldstad.nl"


@dataclass(frozen=True)
class Member:
    """Somebody in a municipality, who is signed in and has a link."""

    account: str
    number: int
    cookie: str


def member(rounds: Rounds) -> Member:
    """Add somebody."""
    with rounds.database.writing() as connection:
        account = accounts.add(connection, operator=False, email=EMAIL, at=NOON)
        accounts.choose(connection, account, function="zorgcoordinator")
        accounts.join(connection, account, rounds.place, Role.CONTRIBUTOR, NAME, at=NOON)
        cookie = sessions.begin(connection, account, at=NOON)
        tokens.make(connection, account, tokens.SIGN_IN, at=NOON)
        known = members(rounds.actor, connection, rounds.place).people
    return Member(account, next(one.number for one in known if one.account == account), cookie)


def erase(rounds: Rounds, number: int) -> bool:
    """Erase somebody, and empty what lies beside the file."""
    with rounds.database.writing() as connection:
        alone = erase_person(rounds.actor, connection, rounds.place, number, at=NOON)
    assert rounds.database.settle()
    return alone


def erase_all(rounds: Rounds, typed: str = "Voorbeeldstad") -> None:
    """Erase the municipality, and empty what lies beside the file."""
    with rounds.database.writing() as connection:
        erase_municipality(rounds.actor, connection, rounds.place, typed, at=NOON)
    assert rounds.database.settle()


def on_disk(rounds: Rounds) -> bytes:
    """Return every byte of the data folder."""
    folder = rounds.database.file.parent
    return b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


def rows(rounds: Rounds) -> tuple[Mapping[str, object], list[tuple[str, str, bytes]]]:
    """Return everything of a municipality, with its bytes."""
    with rounds.database.reading() as connection:
        written = everything.rows_of(connection, rounds.place)
        return written, list(everything.bytes_of(connection, rounds.place))


def test_of_a_person_only_a_number_and_a_function_are_left(rounds: Rounds) -> None:
    """T101, R33: not in the free pages, nor in the log beside the file."""
    someone = member(rounds)
    as_them = replace(rounds, actor=replace(rounds.actor, account=someone.account))
    scan = as_them.fill(rounds.begin(), {"beleid.plan": answered(Decimal(2))})
    before = on_disk(rounds)

    alone = erase(rounds, someone.number)

    after = on_disk(rounds)
    assert alone
    assert EMAIL.encode() in before
    assert EMAIL.encode() not in after
    assert NAME.encode() not in after
    assert rounds.opened(scan).kept.keys() == {"beleid.plan"}
    assert verify(rounds.database, rounds.shelf).faults == ()


def test_who_was_erased_is_nobody_at_the_next_request(rounds: Rounds) -> None:
    """T17."""
    someone = member(rounds)

    erase(rounds, someone.number)

    with rounds.database.reading() as connection:
        assert sessions.living(connection, someone.cookie, Limits(), at=NOON) is None
        assert accounts.actor(connection, someone.account, at=NOON) is None


def test_another_municipality_knows_somebody_as_before(rounds: Rounds) -> None:
    """T102."""
    someone, other = member(rounds), rounds_in(rounds.database, rounds.shelf)
    with rounds.database.writing() as connection:
        accounts.join(connection, someone.account, other.place, Role.READER, NAME, at=NOON)

    alone = erase(rounds, someone.number)

    with rounds.database.reading() as connection:
        found = accounts.actor(connection, someone.account, at=NOON)
        (known,) = members(other.actor, connection, other.place).people
    assert not alone
    assert found is not None
    assert dict(found.roles) == {other.place: Role.READER}
    assert (known.name, known.email) == (NAME, EMAIL)


def test_a_number_is_never_given_again(rounds: Rounds) -> None:
    someone = member(rounds)

    erase(rounds, someone.number)

    assert member(rounds).number > someone.number


def test_of_a_municipality_nothing_is_left_and_others_stay_to_the_byte(rounds: Rounds) -> None:
    """T101, T102."""
    other = rounds_in(rounds.database, rounds.shelf)
    filled(rounds, "a")
    filled(other, "b")
    theirs = rows(other)

    erase_all(rounds)

    left = on_disk(rounds)
    assert [word for word in canaries("a").values() if word.encode() in left] == []
    assert rows(other) == theirs
    assert verify(rounds.database, rounds.shelf).faults == ()


def test_the_name_has_to_be_written_out(rounds: Rounds) -> None:
    scan = filled(rounds, "a")

    with pytest.raises(OtherName):
        erase_all(rounds, "voorbeeld")

    assert rounds.frame(scan).id == scan


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.CONTRIBUTOR, Role.READER, Role.ADVISOR])
def test_only_a_coordinator_erases(rounds: Rounds, role: Role) -> None:
    """T1, R26."""
    someone = member(rounds)
    asking = replace(rounds, actor=rounds.as_a(role))

    with pytest.raises(NotAllowed):
        erase(asking, someone.number)
    with pytest.raises(NotAllowed):
        erase_all(asking)


def test_nobody_erases_themselves(rounds: Rounds) -> None:
    with rounds.database.writing() as connection:
        account = rounds.actor.account
        accounts.join(connection, account, rounds.place, Role.COORDINATOR, at=NOON)

    with pytest.raises(LastCoordinator):
        erase(rounds, 1)


def test_what_was_erased_is_erased_from_a_copy_that_is_put_back(
    rounds: Rounds, tmp_path: Path
) -> None:
    """T89: erased stays erased."""
    other = rounds_in(rounds.database, rounds.shelf)
    kept, someone = filled(other, "b"), member(other)
    filled(rounds, "a")
    copy, folder = tmp_path / "copy", rounds.database.file.parent
    back_up(rounds.database, copy, at=NOON)
    erase_all(rounds)
    erase(other, someone.number)
    rounds.database.close()

    restore(copy, folder, at=NOON)

    with closing(a_database(folder)) as database:
        again = replace(other, database=database)
        assert database.settle()
        left = (folder / "kinderrechtenscan.sqlite3").read_bytes()
        assert again.frame(kept).id == kept
    assert b"kanarie-a-notitie" not in left
    assert EMAIL.encode() not in left
    assert b"kanarie-b-notitie" in left
