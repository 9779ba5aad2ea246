"""What is installed is what was locked, and new enough to be safe."""

import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

from tests.house.source import ROOT, modules, setup_cfg
from tests.packaging.locks import entries, locked, name, normal

LOCKS = ("requirements.lock", "requirements-test.lock")
PART_OF_PYDANTIC = "pydantic-core"
FLOORS = {
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


def number(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def outside_names() -> Iterator[str]:
    """Yield the first word of every import in the product."""
    for module in modules("toolkit"):
        yield from (imported.split(".")[0] for imported in module.imports())


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


def test_the_product_imports_only_what_it_declares() -> None:
    homes = packages_distributions()

    used = {normal(home) for word in outside_names() for home in homes.get(word, ())}

    assert "pydantic" in used
    assert used - {"kinderrechtenscan", PART_OF_PYDANTIC} <= declared()


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
