"""What whoever has the server does with accounts, as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.builders import NOON
from toolkit.cli.main import run
from toolkit.domain.access import Role
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, audit, credentials, municipalities, people, sessions
from toolkit.storage.database import FILE, Database
from toolkit.storage.sessions import Limits

DUTCH = {"LANG": "nl_NL.UTF-8"}
ANNA = "anna@gemeente.example"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder in which Anna, account 2, leads a municipality and is signed in."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KRS_DATA", str(folder))
    run(["user", "list"], DUTCH)
    database = Database.at(folder / FILE)
    with database.writing() as connection:
        first_account(connection, at=NOON)
        anna = accounts.add(connection, operator=False, email=ANNA, at=NOON)
        place = municipalities.add(connection, name="Voorbeeldstad", at=NOON)
        accounts.join(connection, anna, place, Role.COORDINATOR, "Anna", at=NOON)
        credentials.keep_second_step(connection, anna, "secret", 1, ("code",))
        sessions.begin(connection, anna, at=NOON)
    database.close()
    return folder


def anna_in(data: Path) -> tuple[people.Person, int, list[tuple[int, str, str]]]:
    """Return Anna, how many sessions she has, and what the log of her municipality tells."""
    database = Database.at(data / FILE)
    with database.reading() as connection:
        found = people.by_number(connection, 2)
        assert found is not None
        living = sessions.living_of(connection, found.account, Limits(), at=NOON)
        (place,) = people.places(connection, found.account)
        told = [(line.account, line.what, line.about.id) for line in audit.of(connection, place)]
    database.close()
    return found, len(living), told


def test_the_list_tells_accounts_by_number_and_address_without_names(capsys: Captured) -> None:
    capsys.readouterr()

    code = run(["user", "list"], DUTCH)

    said = capsys.readouterr().out.splitlines()
    assert code == 0
    assert said == [
        "account 1; beheerder; coördinator; nooit gezien",
        f"account 2; {ANNA}; coördinator; met een tweede stap; laatst gezien: 2026-11-20",
    ]


@pytest.mark.parametrize("who", [ANNA, "ANNA@gemeente.example", "2"])
def test_a_stopped_account_is_signed_out_everywhere(data: Path, who: str, capsys: Captured) -> None:
    """T17, R25, R37: the municipality reads in its own log that it was done on the server."""
    code = run(["user", "disable", who], DUTCH)

    found, living, told = anna_in(data)
    assert (code, found.active, living) == (0, False, 0)
    assert told == [(0, "account_stopped", "2")]
    assert "Account 2 kan zich niet meer aanmelden" in capsys.readouterr().out


def test_who_was_stopped_is_let_in_again(data: Path) -> None:
    codes = [run(["user", typed, ANNA], DUTCH) for typed in ("disable", "enable")]

    found, living, told = anna_in(data)
    assert (codes, found.active, living) == ([0, 0], True, 0)
    assert told[0] == (0, "account_restored", "2")


def test_who_lost_a_telephone_gets_in_without_a_second_step(data: Path) -> None:
    """R22, T20: whoever was signed in is so no longer."""
    code = run(["user", "reset-second-step", ANNA], DUTCH)

    found, living, told = anna_in(data)
    assert (code, found.second_step, living) == (0, False, 0)
    assert told == [(0, "second_step_taken_off", "2")]


@pytest.mark.parametrize("command", ["disable", "enable", "reset-second-step"])
@pytest.mark.parametrize("who", ["nobody@gemeente.example", "9", "٢", "9" * 30, " "])
def test_who_is_not_there_is_said(data: Path, command: str, who: str, capsys: Captured) -> None:
    before = anna_in(data)

    code = run(["user", command, who], DUTCH)

    assert code == 2
    assert "Er is niets veranderd." in capsys.readouterr().err
    assert anna_in(data) == before


def test_a_link_lets_in_who_runs_the_program_and_nobody_else(data: Path) -> None:
    """R21: with the first operator stopped a new one comes, who leads no municipality."""
    codes = [run(typed, DUTCH) for typed in (["user", "disable", "1"], ["user", "link"])]

    database = Database.at(data / FILE)
    with database.reading() as connection:
        newest = people.everybody(connection)[-1]
        leads = people.places(connection, newest.account)
    database.close()
    assert codes == [0, 0]
    assert (newest.number, newest.operator, leads) == (3, True, {})
