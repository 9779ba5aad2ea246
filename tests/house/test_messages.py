"""Every sentence of the interface is there in every language."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from scripts.messages import CATALOGUES, said, translated
from tests.house.source import modules

said_here = cache(said)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%(?![%(])")


def sentences(message: Message) -> tuple[str, ...]:
    """Return the English of a message, singular first."""
    return message.id if isinstance(message.id, tuple) else (str(message.id),)


def translations(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string or ""),)


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-3])
def catalogue(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_every_sentence_has_a_translation(catalogue: Path) -> None:
    wanted = [message for message in said_here() if message.id]
    known = translated(catalogue)

    missing = [
        sentences(message)[0]
        for message in wanted
        if not all(translations(known.get(message.id, message.context) or Message("")))
    ]

    assert wanted
    assert missing == []


def test_a_catalogue_holds_nothing_that_nobody_says(catalogue: Path) -> None:
    known, wanted = translated(catalogue), {sentences(one) for one in said_here()}

    left = [sentences(one)[0] for one in known if sentences(one) not in wanted]

    assert len(known) > 0
    assert left == []
    assert list(known.obsolete) == []


def test_no_translation_is_a_guess(catalogue: Path) -> None:
    known = [message for message in translated(catalogue) if message.id]

    assert known
    assert [sentences(message)[0] for message in known if message.fuzzy] == []


def test_a_translation_names_what_its_sentence_names(catalogue: Path) -> None:
    known = [message for message in translated(catalogue) if message.id]

    wrong = [
        sentences(message)[0]
        for message in known
        if placeholders(translations(message)[-1]) != placeholders(sentences(message)[-1])
    ]

    assert known
    assert wrong == []


def says(node: ast.AST) -> bool:
    """Return whether this is a sentence to translate."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in {"words", "_", "N_", "plural"}
    return False


def test_no_sentence_hides_inside_another_text() -> None:
    found = modules("toolkit")
    texts = [
        (module, node)
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
    ]

    hidden = [module.at(text) for module, text in texts if any(map(says, ast.walk(text)))]

    assert texts
    assert hidden == []


def test_every_sentence_is_said_by_a_name_that_the_search_knows() -> None:
    found = [(module, node) for module in modules("toolkit") for node in ast.walk(module.tree)]

    missed = [
        module.at(node)
        for module, node in found
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Call) and says(node.func)
        if any(isinstance(value, ast.Constant) for value in node.args)
    ]

    assert found
    assert missed == []
