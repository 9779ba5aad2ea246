"""Asks vnu, the validator of the W3C, what is wrong with the markup of pages."""

import subprocess
from pathlib import Path

VNU = Path(__file__).with_name("node_modules") / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors_in(folder: Path) -> list[str]:
    """Return every error in the pages of a folder, with its place; ./test puts vnu there."""
    assert VNU.is_file(), "vnu is not there; ./test fetches it with npm"
    command = ("java", "-jar", str(VNU), "--errors-only", str(folder))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line.rpartition("/")[2] for line in done.stderr.splitlines()]
