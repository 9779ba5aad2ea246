"""A test is a sentence with a given, a when, a then."""

import ast
import re

from tests.house.source import Function, Module, modules

TURNS = ast.For | ast.While | ast.If | ast.IfExp | ast.Try | ast.Match
CHECKS = ("raises", "warns", "assert_", "check_", "verify", "to_be_", "to_have_", "not_to_")


def all_tests() -> list[tuple[Module, Function]]:
    return [
        (module, function)
        for module in modules("tests")
        for function in module.functions()
        if function.name.startswith("test_")
    ]


def checks_something(function: Function) -> bool:
    return any(
        isinstance(node, ast.Assert)
        or (
            isinstance(node, ast.Attribute | ast.Name)
            and ast.unparse(node).split(".")[-1].startswith(CHECKS)
        )
        for node in ast.walk(function)
    )


def takes_a_turn(node: ast.AST) -> bool:
    """Return whether a test could go two ways here; ``assert a or b`` holds either way."""
    match node:
        case ast.Assert(test=ast.BoolOp(op=ast.Or())):
            return True
    return isinstance(node, TURNS)


def test_a_test_has_no_loops_no_branches() -> None:
    found = all_tests()

    wrong = [
        module.at(node)
        for module, function in found
        for node in ast.walk(function)
        if isinstance(node, ast.stmt | ast.expr) and takes_a_turn(node)
    ]

    assert found
    assert wrong == []


def test_a_test_is_named_as_a_sentence() -> None:
    found = all_tests()

    wrong = [f"{m.path}: {function.name}" for m, function in found if function.name.count("_") < 3]

    assert found
    assert wrong == []


def test_a_test_checks_something() -> None:
    found = all_tests()

    assert found
    assert [
        module.at(function) for module, function in found if not checks_something(function)
    ] == []


def test_no_test_is_mocked_or_skipped_for_good() -> None:
    found = modules("tests")
    word = re.compile(r"mark\.(?:xfai[l]|ski[p]\b)|pytest\.ski[p]|unittest\.moc[k]")

    assert found
    assert word.search("@pytest.mark." + "skip")
    assert [module.path for module in found if word.search(module.text)] == []
