"""Plants small flaws in a copy of the program, one at a time, and looks whether the tests notice.

``python -m scripts.seeded_faults [NAME …]`` takes those flaws, or all. They stand in
`seeded_faults.toml`, each with the test that has to go red.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
TABLE = Path(__file__).with_suffix(".toml")
LISTED = ("git", "-c", "safe.directory=*", "ls-files", "-z")
OURS = ("--cached", "--others", "--exclude-standard")
# An installed copy has these inside the package; a checkout has them beside it.
INSIDE = ("questionnaires", "templates")
# A test that fails over one of these met a copy that does not run, and noticed no flaw.
BROKEN = re.compile(r" - (\w+\.)*(Syntax|Indentation|Name|Import|ModuleNotFound)Error\b")
LONGEST = 1800


@dataclass(frozen=True, slots=True)
class Flaw:
    """One replacement of text, what is wrong then, and the test that goes red for it."""

    name: str
    says: str
    place: str
    old: str
    new: str
    test: str

    @property
    def row(self) -> str:
        """The row of the table in the documentation."""
        file, _, test = self.test.partition("::")
        return f"| {self.says} | `{self.place}` | `{test}` in `{file}` |"


class Misplaced(Exception):
    """The text of a flaw does not stand exactly once where the table says."""


def flaws() -> tuple[Flaw, ...]:
    """Return every flaw of the table."""
    return tuple(Flaw(name, **row) for name, row in tomllib.loads(TABLE.read_text("utf-8")).items())


def planted_in(text: str, flaw: Flaw) -> str:
    """Return a text with the flaw in it; raise `Misplaced`."""
    if text.count(flaw.old) != 1:
        raise Misplaced(flaw.name)
    return text.replace(flaw.old, flaw.new)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the checkout, in which the tests run without touching the checkout."""

    folder: Path

    @classmethod
    def made_in(cls, folder: Path) -> "Copy":
        """Return a copy of every file of the checkout, in a new folder."""
        listed = subprocess.run((*LISTED, *OURS), cwd=ROOT, capture_output=True, check=True)
        for name in listed.stdout.decode().split("\0"):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)
        for name in INSIDE:
            (folder / "toolkit" / name).symlink_to(folder / name)
        return cls(folder)

    @contextmanager
    def with_flaw(self, flaw: Flaw) -> Iterator[None]:
        """Plant a flaw for a while; raise `Misplaced`."""
        file = self.folder / flaw.place
        sound = file.read_text("utf-8")
        file.write_text(planted_in(sound, flaw), "utf-8")
        try:
            yield
        finally:
            file.write_text(sound, "utf-8")

    def tested(self, *tests: str) -> tuple[bool, str]:
        """Return whether these tests pass in the copy, and what pytest said."""
        surroundings = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("KRS_", "PYTEST_", "PYTHON"))
        }
        done = subprocess.run(
            (
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-x",
                "-p",
                "no:cacheprovider",
                "-m",
                "not long",
                *tests,
            ),
            cwd=self.folder,
            env={**surroundings, "PYTHONPATH": str(self.folder), "COLUMNS": "300"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        return done.returncode == 0, done.stdout + done.stderr

    def notices(self, flaw: Flaw) -> tuple[bool, str]:
        """Return whether the test of a flaw goes red over it, and what pytest said."""
        with self.with_flaw(flaw):
            _, said = self.tested(flaw.test)
        red = (line for line in said.splitlines() if line.startswith(f"FAILED {flaw.test}"))
        return any(not BROKEN.search(line) for line in red), said


def main(names: list[str]) -> int:
    """Print a line a flaw; return 1 when one of them was not noticed, 2 for one that is not known."""
    every = {flaw.name: flaw for flaw in flaws()}
    if not every.keys() >= set(names):
        print(f"These flaws are known: {', '.join(every)}.")
        return 2
    chosen = [every[name] for name in names or every]
    missed = []
    with TemporaryDirectory() as folder:
        copy = Copy.made_in(Path(folder))
        sound, said = copy.tested(*sorted({flaw.test for flaw in chosen}))
        if not sound:
            print(said)
            return 1
        for flaw in chosen:
            seen, said = copy.notices(flaw)
            print(f"{'noticed' if seen else 'NOT NOTICED'}  {flaw.name}: {flaw.says}", flush=True)
            if not seen:
                missed.append(flaw.name)
                print(said)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} flaws were noticed.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
