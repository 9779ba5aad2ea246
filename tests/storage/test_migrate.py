"""A database is brought up to date whole or not at all, after a copy (T92, T93)."""

import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, insert, inspect, text, update

from tests.house.source import ROOT
from tests.storage.kept import NOON, Kept, a_database, kept_in
from toolkit.storage import migrate as steps_of
from toolkit.storage.backup import unseal
from toolkit.storage.database import FILE, Database
from toolkit.storage.migrate import COPIES, STEPS, NotOurs, as_designed, migrate
from toolkit.storage.tables import municipalities

NEWEST = "0004"
NEXT = """
import os, signal
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{name}", "{before}"

def upgrade():
    with op.batch_alter_table("municipalities", recreate="always") as batch:
        batch.add_column(sa.Column("{column}", sa.Text(), server_default="new"))
    {then}
"""
STOPPED = "op.execute('no such statement')"
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"
TAKE = "import sys; from pathlib import Path; from toolkit.storage.database import Database;"
TAKE += "from toolkit.storage.migrate import migrate;"
TAKE += "migrate(Database.at(Path(sys.argv[1])), Path(sys.argv[2]))"


def steps_with(folder: Path, *names: str, then: str = "pass") -> Path:
    """Return our steps with more behind them, each of which makes a table anew."""
    steps = folder / "steps"
    shutil.copytree(STEPS, steps, dirs_exist_ok=True)
    known = [NEWEST, *names]
    made = [
        NEXT.format(name=name, before=before, column=f"in_{name}", then=then)
        for before, name in zip(known, names, strict=False)
    ]
    written = [
        (steps / "versions" / f"{name}.py").write_text(lines, "utf-8")
        for name, lines in zip(names, made, strict=True)
    ]
    assert written
    return steps


def columns(connection: Connection) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns("municipalities")}


def stamped(database: Database, shape: str) -> Database:
    with database.writing() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = :shape"), {"shape": shape}
        )
    return database


def test_the_first_step_makes_the_tables_as_designed_and_takes_them_back(kept: Kept) -> None:
    with kept.database.reshaping() as connection:
        command.downgrade(steps_of._config(connection), "base")
        left = inspect(connection).get_table_names()
        command.upgrade(steps_of._config(connection), "head")

    assert left == ["alembic_version"]
    with kept.database.reading() as connection:
        assert as_designed(connection)


def test_a_step_from_the_first_shape_keeps_every_row(kept: Kept, tmp_path: Path) -> None:
    kept.save("stays", seen=0)

    assert migrate(kept.database, steps_with(tmp_path, "0005"))

    assert kept.notes() == ("stays",)
    with kept.database.reading() as connection:
        assert "in_0005" in columns(connection)


def test_what_was_there_is_copied_before_a_step(kept: Kept, tmp_path: Path) -> None:
    kept.save("stays")
    migrate(kept.database, steps_with(tmp_path, "0005"))

    copy = tmp_path / COPIES / "before-0005-1.sqlite3"
    unseal(copy)

    with closing(Database.looking(copy)) as database, database.reading() as connection:
        assert "in_0005" not in columns(connection)
        assert connection.execute(text("SELECT note FROM answers")).scalars().all() == ["stays"]


def test_three_copies_are_kept(kept: Kept, tmp_path: Path) -> None:
    names = ("0005", "0006", "0007", "0008")

    taken = [migrate(kept.database, steps_with(tmp_path, *names[:count])) for count in range(1, 5)]

    assert taken == [True] * 4
    assert sorted(file.name for file in (tmp_path / COPIES).iterdir()) == [
        "before-0006-1.sqlite3",
        "before-0007-1.sqlite3",
        "before-0008-1.sqlite3",
    ]


def test_a_step_that_fails_changes_nothing(kept: Kept, tmp_path: Path) -> None:
    kept.save("stays")

    with pytest.raises(Exception, match="syntax error"):
        migrate(kept.database, steps_with(tmp_path, "0005", then=STOPPED))

    assert not migrate(kept.database)
    assert kept.notes() == ("stays",)
    with kept.database.reading() as connection:
        assert as_designed(connection)


def test_a_start_that_is_killed_in_a_step_can_be_done_again(tmp_path: Path) -> None:
    with closing(a_database(tmp_path)) as database:
        kept_in(database).save("stays")
    steps = steps_with(tmp_path, "0005", then=KILLED)
    killed = subprocess.run((sys.executable, "-c", TAKE, tmp_path / FILE, steps), check=False)

    with closing(a_database(tmp_path)) as database:
        again = migrate(database, steps_with(tmp_path, "0005"))
        notes = database.engine.connect().execute(text("SELECT note FROM answers")).scalars().all()

    assert killed.returncode == -signal.SIGKILL
    assert again
    assert notes == ["stays"]


def test_a_new_database_needs_no_copy_and_knows_which_it_is(tmp_path: Path) -> None:
    with closing(a_database(tmp_path)) as database, database.reading() as connection:
        name = connection.execute(text("SELECT value FROM facts")).scalar_one()

    assert len(name) == 32
    assert not (tmp_path / COPIES).exists()


@pytest.mark.parametrize(("shape", "reason"), [("9999", "newer"), ("0000", "older")])
def test_a_shape_that_is_not_known_is_refused(kept: Kept, shape: str, reason: str) -> None:
    stamped(kept.database, shape)

    with pytest.raises(NotOurs) as caught:
        migrate(kept.database)

    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "made",
    [
        ("CREATE TABLE recipes (name TEXT)",),
        (
            "CREATE TABLE alembic_version (version_num TEXT)",
            "INSERT INTO alembic_version VALUES ('0001')",
        ),
    ],
    ids=["without steps", "with a step of the same name"],
)
def test_a_database_of_another_program_is_refused(tmp_path: Path, made: tuple[str, ...]) -> None:
    with closing(Database.at(tmp_path / FILE)) as database:
        with database.writing() as connection:
            tables = [connection.execute(text(line)) for line in made]

        with pytest.raises(NotOurs) as caught:
            migrate(database)

    assert tables
    assert caught.value.reason == "foreign"


def test_a_moment_is_kept_with_its_zone_or_refused(kept: Kept) -> None:
    row = {"id": "a", "name": "", "fictional": False}

    with pytest.raises(Exception, match="a moment needs a zone"), kept.database.writing() as writer:
        writer.execute(insert(municipalities).values(**row, begun=NOON.replace(tzinfo=None)))

    with kept.database.writing() as writer:
        writer.execute(update(municipalities).values(begun=NOON))


def test_the_second_step_keeps_who_there_is_and_has_everybody_sign_in_anew(tmp_path: Path) -> None:
    """T92: rows of the first shape, looked at in the second."""
    with closing(Database.at(tmp_path / FILE)) as database:
        with database.reshaping() as connection:
            command.upgrade(steps_of._config(connection), "0001")
            rows = [connection.execute(text(line)) for line in FIRST_SHAPE]

        assert migrate(database)

        with database.reading() as connection:
            people = connection.execute(text(PEOPLE)).all()
            signed_in = connection.execute(text("SELECT count(*) FROM sessions")).scalar_one()

    assert rows
    assert people == [("b", 1, "coordinator", ""), ("a", 2, "reader", "")]
    assert signed_in == 0


@pytest.mark.parametrize("statement", [5, 20, 60, 100, 130])
def test_killed_anywhere_in_the_steps_a_database_is_as_it_was(
    tmp_path: Path, statement: int
) -> None:
    """T92: kill -9 before a statement, of those that lead from the first shape to the newest."""
    with closing(Database.at(tmp_path / FILE)) as database, database.reshaping() as connection:
        command.upgrade(steps_of._config(connection), "0001")
        rows = [connection.execute(text(line)) for line in FIRST_SHAPE]
    typed = (sys.executable, "-m", "tests.storage.killed_step", tmp_path / FILE, str(statement))

    killed = subprocess.run(typed, cwd=ROOT, check=False)

    with closing(Database.at(tmp_path / FILE)) as database:
        with database.reading() as connection:
            shape = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        again = migrate(database)
        with database.reading() as connection:
            people = connection.execute(text(PEOPLE)).all()
    assert rows
    assert (killed.returncode, shape, again) == (-signal.SIGKILL, "0001", True)
    assert people == [("b", 1, "coordinator", ""), ("a", 2, "reader", "")]


ACCOUNT = "INSERT INTO accounts (id, operator, begun, active, fs_uniquifier) VALUES"
FIRST_SHAPE = (
    "INSERT INTO municipalities (id, name, fictional, begun) VALUES ('m', 'Ons', 0, '2026-01-01')",
    f"{ACCOUNT} ('a', 0, '2026-01-02', 1, 'a'), ('b', 0, '2026-01-01', 1, 'b')",
    "INSERT INTO memberships VALUES ('a', 'm', 'reader', '2026-01-02')",
    "INSERT INTO memberships VALUES ('b', 'm', 'coordinator', '2026-01-01')",
    "INSERT INTO sessions VALUES ('h', 'a', '2026-01-02', '2026-01-02', NULL)",
)
PEOPLE = (
    "SELECT accounts.id, number, role, name FROM accounts "
    "JOIN memberships ON account_id = accounts.id ORDER BY number"
)
