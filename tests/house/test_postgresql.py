"""Nothing in storage is for SQLite only, outside the one module that says where they differ."""

import ast
import re
from pathlib import Path

import pytest
from sqlalchemy import URL, Dialect, Table
from sqlalchemy.schema import CreateIndex, CreateTable

from tests.house.source import Module, modules
from tests.storage.kept import a_database, kept_in
from tests.storage.portable import DIALECT, compiled_twice
from toolkit.storage.dialect import over_existing
from toolkit.storage.tables import METADATA, answers

SQLITE = URL.create("sqlite").get_dialect()()
TABLES = tuple(METADATA.tables.values())
RAW = {"text", "exec_driver_sql", "literal_column"}
DIFFERS = "toolkit/storage/dialect.py"


def named(module: Module) -> set[str]:
    """Return what a module calls as a method, and what it takes from a library by name."""
    tree = list(ast.walk(module.tree))
    called = {
        node.func.attr
        for node in tree
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    taken = {name.name for node in tree if isinstance(node, ast.ImportFrom) for name in node.names}
    return called | taken


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_can_be_made_in_postgresql(table: Table) -> None:
    made = str(CreateTable(table).compile(dialect=DIALECT))
    indexes = [str(CreateIndex(index).compile(dialect=DIALECT)) for index in table.indexes]

    assert made.strip().startswith(f"CREATE TABLE {table.name}")
    assert all(line.startswith("CREATE INDEX") for line in indexes)
    assert not re.search("DATETIME|BLOB| JSON[, ]", made)


@pytest.mark.parametrize("dialect", [DIALECT, SQLITE], ids=lambda d: d.name)
def test_writing_over_a_row_is_said_as_each_database_says_it(
    dialect: Dialect,
) -> None:
    keys = ("assessment_id", "item")

    statement = over_existing(dialect.name, answers, keys, ("version",), versioned=True)

    said = " ".join(str(statement.compile(dialect=dialect)).split())
    assert "ON CONFLICT (assessment_id, item) DO UPDATE SET version = excluded.version" in said
    assert "WHERE answers.version = " in said
    assert type(statement).__module__.startswith(f"sqlalchemy.dialects.{dialect.name}")


def test_only_the_module_of_differences_writes_sql_by_hand() -> None:
    found = modules("toolkit/storage")

    assert [module.path for module in found if RAW & named(module)] == [DIFFERS]


def test_what_a_save_asks_could_be_asked_of_postgresql(tmp_path: Path) -> None:
    with compiled_twice() as told:
        kept = kept_in(a_database(tmp_path))
        kept.save("for both")
        kept.database.close()

    assert any(line.startswith("SELECT answers.") for line in told)
    assert any(line.startswith("INSERT INTO answer_changes") for line in told)
