"""The folder that somebody works in holds files of any name; none of them is ever run."""

import subprocess
import sys
from pathlib import Path

import pytest

WORD = "from pathlib import Path; Path('ran').touch()"


@pytest.mark.slow
def test_a_file_with_the_name_of_a_module_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "html.py").write_text(WORD, "utf-8")
    (tmp_path / "pyphen.py").write_text(WORD, "utf-8")
    program = Path(sys.executable).with_name("kinderrechtenscan")
    command = [str(program), "blank", "-o", "blank.pdf", "--theme", "voice"]

    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "blank.pdf").exists()
    assert not (tmp_path / "ran").exists()
