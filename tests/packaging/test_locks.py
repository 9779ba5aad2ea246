"""What is installed is what was locked, and new enough to be safe."""

import re
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

from tests.house.source import ROOT, modules, setup_cfg
from tests.packaging.locks import entries, locked, name, normal

LOCKS = ("requirements.lock", "requirements-test.lock")
OURSELVES = "kinderrechtenscan"
PART_OF_PYDANTIC = "pydantic-core"
# Programs that are called, and what they read.
CALLED = {
    "bandit",
    "build",
    "import-linter",
    "mypy",
    "pytest-xdist",
    "ruff",
    "types-openpyxl",
    "types-pyyaml",
    "types-waitress",
    "types-wtforms",
}
FLOORS = {
    "Flask": "3.1.3",
    "Jinja2": "3.1.6",
    "MarkupSafe": "3.0.3",
    "Pillow": "12.0.0",
    "PyYAML": "6.0.3",
    "pikepdf": "10.0.0",
    "pydantic": "2.14.0",
    "weasyprint": "70.0",
}


def declared() -> set[str]:
    return {name(line) for line in setup_cfg()["options"]["install_requires"].split()}


def declared_for_tests() -> set[str]:
    wanted = setup_cfg()["options.extras_require"]["test"]
    return {name(line) for line in wanted.splitlines() if line}


def number(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def imported(*folders: str) -> set[str]:
    """Return the packages that these modules import from elsewhere."""
    homes = packages_distributions()
    words = {word.split(".")[0] for module in modules(*folders) for word in module.imports()}
    found = {normal(home) for word in words for home in homes.get(word, ())}
    return found - {OURSELVES, PART_OF_PYDANTIC}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_with_hashes(lock: str) -> None:
    """T111."""
    found = entries(lock)

    assert len(found) > 10
    assert [entry for entry in found if not re.match(r"[\w.\-]+==\S+ ", entry)] == []
    assert [entry for entry in found if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()

    assert "://" not in text
    assert "--index" not in text


def test_both_locks_agree() -> None:
    run, test = (
        {name(entry): entry.split()[0].split("==")[1] for entry in entries(lock)} for lock in LOCKS
    )

    assert run
    assert {package: test[package] for package in run} == run


def test_every_declared_package_is_locked() -> None:
    assert declared()
    assert declared() <= locked("requirements.lock")
    assert declared() | declared_for_tests() <= locked("requirements-test.lock")


def test_the_product_imports_what_it_declares_and_declares_what_it_imports() -> None:
    assert "pydantic" in imported("toolkit")
    assert imported("toolkit") == declared()


def test_the_tests_and_tools_import_what_is_declared() -> None:
    used = imported("tests", "scripts", "benchmarks") - declared()

    assert "pytest" in used
    assert used == declared_for_tests() - CALLED


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_a_package_with_a_known_hole_is_new_enough(package: str, floor: str) -> None:
    """T110."""
    assert number(version(package)) >= number(floor)


def test_every_package_on_disk_is_packaged() -> None:
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "toolkit").glob("**/__init__.py")}
    on_disk = {".".join(folder.parts) for folder in folders}

    assert Path("toolkit/domain") in folders
    assert set(setup_cfg()["options"]["packages"].split()) == on_disk | {
        "toolkit.questionnaires",
        "toolkit.templates",
    }
