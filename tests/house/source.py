"""The code base as the house tests look at it."""

import ast
import subprocess
from collections.abc import Iterator
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LISTED = (
    *("git", "-c", "safe.directory=*", "ls-files", "-z"),
    *("--cached", "--others", "--exclude-standard"),
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file, parsed."""

    path: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def imports(self) -> Iterator[str]:
        """Every module named in an import, wherever it stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path}:{node.lineno}"


@cache
def files(*folders: str, suffix: str = "") -> tuple[Path, ...]:
    """Return the files of the project below these folders; all of them without a folder."""
    asked = subprocess.run((*LISTED, "--", *folders), cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name for name in asked.stdout.decode().split("\0") if name.endswith(suffix))
    return tuple(sorted({path for path in paths if path.is_file()}))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return the parsed modules below these folders, the empty ones left out."""
    texts = ((path, path.read_text()) for path in files(*folders, suffix=".py"))
    return tuple(Module(name_of(path), text, ast.parse(text)) for path, text in texts if text)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def setup_cfg() -> ConfigParser:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    return settings
