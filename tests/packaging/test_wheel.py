"""What is shipped is complete, works outside the checkout, tells nothing of where it was made."""

import json
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.source import ROOT, files, name_of
from tests.packaging.locks import locked, normal

pytestmark = pytest.mark.slow
EXAMPLE = ROOT / "questionnaires" / "voorbeelden" / "voorbeeldstad.yaml"
HOMES = {"templates/": "toolkit/templates/", "questionnaires/": "toolkit/questionnaires/"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build from a copy of the tracked files, so that nothing left lying about gets in."""
    copy = tmp_path_factory.mktemp("copy with space")
    for path in files():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", ".")
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    return next((copy / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel elsewhere, beside what it needs to run: nothing of the tests is there."""
    place = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(place)
    python = str(place / "bin" / "python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "-q")
    subprocess.run((*pip, "--no-deps", "--no-index", str(wheel)), check=True)
    for source, name in needed_files():
        target = next((place / "lib").glob("python*/site-packages")) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    return place / "bin" / "kinderrechtenscan"


def shipped(name: str) -> str:
    """Return where a file of the checkout stands in the wheel."""
    home = next((home for home in HOMES if name.startswith(home)), "")
    return HOMES.get(home, "") + name.removeprefix(home)


def needed_files() -> Iterator[tuple[Path, str]]:
    """Yield the installed files of every package in the lock for running."""
    wanted = locked("requirements.lock")
    for package in distributions():
        if normal(package.name) in wanted:
            for file in package.files or ():
                if not file.as_posix().startswith("..") and file.suffix != ".pyc":
                    yield Path(str(package.locate_file(file))), file.as_posix()


def call(command: Path, *arguments: str) -> str:
    done = subprocess.run(
        (str(command), *arguments),
        cwd=command.parent,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_wheel_holds_every_file_of_the_product(wheel: Path) -> None:
    wanted = {shipped(name_of(path)) for path in files("toolkit", "templates", "questionnaires")}

    missing = wanted - set(ZipFile(wheel).namelist())

    assert "toolkit/templates/__init__.py" in wanted
    assert missing == set()


def test_the_wheel_holds_the_product_only(wheel: Path) -> None:
    """T113."""
    names = ZipFile(wheel).namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"toolkit", "kinderrechtenscan"}
    assert [name for name in names if re.search(r"\.git|\.env|test_|\.pyc$|\.pem$", name)] == []


def test_the_wheel_names_no_folder_of_the_machine_that_built_it(wheel: Path) -> None:
    """T113."""
    archive = ZipFile(wheel)
    folders = (str(ROOT), str(wheel.parent.parent), str(Path.home()) + "/")

    telling = [
        name
        for name in archive.namelist()
        if any(folder.encode() in archive.read(name) for folder in folders)
    ]

    assert archive.namelist()
    assert telling == []


def test_the_wheel_carries_both_licences(wheel: Path) -> None:
    names = " ".join(ZipFile(wheel).namelist())

    assert "licenses/LICENSE " in names
    assert "CC-BY-4.0.txt" in names


def test_the_installed_command_answers_outside_the_checkout(installed: Path) -> None:
    assert "Usage: kinderrechtenscan" in call(installed, "--help")


def test_the_installed_product_finds_its_questionnaires(installed: Path) -> None:
    assert call(installed, "check")


def test_the_installed_product_scores_a_scan(installed: Path, tmp_path: Path) -> None:
    scan = tmp_path / "een scan.yaml"
    shutil.copy(EXAMPLE, scan)

    result = json.loads(call(installed, "score", str(scan), "--format", "json"))

    assert result["questionnaire"] == "kinderrechten-mensenhandel"
    assert result["overall"]["share"] is not None


def test_the_installed_product_makes_a_report(installed: Path, tmp_path: Path) -> None:
    report = tmp_path / "rapport.pdf"

    call(installed, "report", str(EXAMPLE), "-o", str(report))

    assert report.read_bytes().startswith(b"%PDF-")


def test_the_installed_product_is_not_the_checkout(installed: Path) -> None:
    python = installed.with_name("python")

    home = call(python, "-c", "import toolkit; print(toolkit.__file__)")

    assert home.startswith(str(installed.parents[1]))
