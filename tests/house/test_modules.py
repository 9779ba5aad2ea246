"""Every module is small, says what it is for, and is typed."""

import ast
import re

from tests.house.source import Function, Module, modules

STEPS = "storage/migrations/versions/"  # one step is one function, however many tables it makes
CODE = ("toolkit", "scripts", "benchmarks")
LATE = (
    "toolkit/documents/pdf",
    "toolkit/documents/calendar_file.py",
    "toolkit/documents/docx.py",
    "toolkit/documents/file_check.py",
    "toolkit/documents/html.py",
    "toolkit/documents/slides.py",
    "toolkit/documents/xlsx.py",
    "toolkit/documents/xlsx_in.py",
    "toolkit/services/passwords.py",
    "toolkit/services/second_step.py",
    "toolkit/web/views/organisation.py",
    "toolkit/web/views/sign_in.py",
    "toolkit/storage/dialect.py",
    "toolkit/__main__",
)


def first_sentence(module: Module) -> str:
    return re.split(r"(?<=[.?!])\s", ast.get_docstring(module.tree) or "", maxsplit=1)[0]


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_a_module_opens_with_one_short_sentence() -> None:
    found = modules(*CODE)

    wrong = [
        f"{module.path}: {first_sentence(module)!r}"
        for module in found
        if not re.fullmatch(r"[A-Z].{10,140}\.", first_sentence(module), re.DOTALL)
    ]

    assert found
    assert wrong == []


def test_a_module_has_at_most_three_hundred_lines() -> None:
    found = [module for module in modules(*CODE, "tests") if STEPS not in module.path]

    assert found
    assert [module.path for module in found if module.text.count("\n") > 300] == []


def test_a_function_fits_on_a_screen() -> None:
    found = [
        (module, function)
        for module in modules(*CODE, "tests")
        for function in module.functions()
        if STEPS not in module.path
    ]

    assert found
    assert [module.at(function) for module, function in found if lines(function) > 50] == []


def test_a_module_is_named_after_its_subject() -> None:
    names = [module.path.rsplit("/", 1)[-1].removesuffix(".py") for module in modules(*CODE)]
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}

    assert names
    assert vague.isdisjoint(names)


def escapes(node: ast.AST) -> bool:
    """Return whether this imports what undoes types; ``typing`` as a whole would hide that."""
    match node:
        case ast.Import(names):
            return any(alias.name.startswith("typing") for alias in names)
        case ast.ImportFrom(module="typing" | "typing_extensions", names=names):
            return not {"Any", "cast"}.isdisjoint(alias.name for alias in names)
    return False


def test_pages_ask_services_for_what_is_stored() -> None:
    """Of storage they know the kinds of rows, never the statements."""
    found = modules("toolkit/web")

    assert found
    assert [module.path for module in found if "toolkit.storage" in module.imports()] == []


def test_nothing_escapes_the_types() -> None:
    found = modules(*CODE, "tests")

    wrong = [
        module.at(node)
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.stmt) and escapes(node)
    ]

    assert found
    assert wrong == []


def test_imports_stand_at_the_top() -> None:
    functions = [
        (module, function)
        for module in modules(*CODE)
        for function in module.functions()
        if not module.path.startswith(LATE)
    ]

    wrong = [
        module.at(node)
        for module, function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert functions
    assert wrong == []


def test_text_files_are_read_as_utf_8_on_every_system() -> None:
    found = modules("toolkit")
    reads = {"read_text": 1, "write_text": 2}

    wrong = [
        module.at(node)
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in reads
        and len(node.args) + len(node.keywords) < reads[node.func.attr]
    ]

    assert found
    assert wrong == []
