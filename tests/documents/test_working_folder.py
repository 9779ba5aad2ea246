"""The folder that somebody works in holds files of any name; none of them is ever run."""

import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.paths import EXAMPLE

WORD = "from pathlib import Path; Path('ran').touch()"
NAMES = ("html", "pyphen", "yaml", "click", "decimal", "toolkit")
COMMANDS = [
    ["check"],
    ["score", str(EXAMPLE)],
    ["blank", "-o", "blank.pdf", "--theme", "voice"],
]


def lay_traps(place: Path) -> None:
    for name in NAMES:
        (place / f"{name}.py").write_text(WORD, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("typed", COMMANDS, ids=lambda typed: typed[0])
def test_a_file_with_the_name_of_a_module_is_not_run(typed: list[str], tmp_path: Path) -> None:
    lay_traps(tmp_path)
    program = Path(sys.executable).with_name("kinderrechtenscan")

    ended = subprocess.run(
        [str(program), *typed], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()
