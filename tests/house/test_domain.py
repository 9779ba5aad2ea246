"""The domain is pure: no files, no clock, no chance, no surroundings."""

import ast
import sys

from tests.house.source import modules

OUTSIDE = {
    "gettext", "io", "locale", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
READS_THE_CLOCK = {"now", "today", "utcnow", "fromtimestamp"}
READS_OR_SPEAKS = {"open", "print", "input", "breakpoint"}


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(name) if name in READS_OR_SPEAKS:
            return name
        case ast.Attribute(attr=name) if name in READS_THE_CLOCK:
            return name
    return ""


def test_the_domain_imports_only_what_is_pure() -> None:
    found = modules("toolkit/domain")
    allowed = (sys.stdlib_module_names - OUTSIDE) | {"pydantic", "pydantic_core", "stdnum"}

    wrong = [
        f"{module.path}: {name}"
        for module in found
        for name in module.imports()
        if name.split(".")[0] not in allowed and not name.startswith("toolkit.domain")
    ]

    assert found
    assert wrong == []


def test_the_domain_knows_no_clock_no_file_no_terminal() -> None:
    found = modules("toolkit/domain")

    wrong = [
        module.at(node)
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called(node)
    ]

    assert found
    assert wrong == []
