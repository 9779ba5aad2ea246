"""Every element in a document's templates has a place in Word."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.house.source import ROOT, files
from toolkit.documents.elements import WORD_ELEMENTS

TEMPLATES = ROOT / "templates"
DOCUMENTS = ("templates/report", "templates/forms", "templates/questions", "templates/workshop")
STATEMENTS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
USED = re.compile(r"""\{%-?\s*(?:import|include|from|extends)\s+["']([^"']+\.html)["']""")


class Elements(HTMLParser):
    """Collects the names of the elements that are opened."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)


def elements(path: Path) -> set[str]:
    parser = Elements()
    parser.feed(STATEMENTS.sub("", path.read_text("utf-8")))
    return parser.names


def with_what_they_use(paths: set[Path]) -> set[Path]:
    """Return these templates with every template that they import, include or extend."""
    used = {TEMPLATES / name for path in paths for name in USED.findall(path.read_text("utf-8"))}
    return paths if used <= paths else with_what_they_use(paths | used)


def documents() -> set[Path]:
    """Return the templates of documents; what asks a question on screen never goes to Word."""
    found = files(*DOCUMENTS, suffix=".html")
    return with_what_they_use({path for path in found if "screen" not in path.parts})


def test_components_of_a_document_are_looked_at_too() -> None:
    assert TEMPLATES / "components" / "words.html" in documents()


def test_word_knows_every_element_of_every_document() -> None:
    found = documents()

    unknown = {
        f"{path.relative_to(TEMPLATES)}: {name}"
        for path in found
        for name in elements(path) - WORD_ELEMENTS
    }

    assert found
    assert unknown == set()


def test_word_knows_no_element_that_no_document_has() -> None:
    found = set[str]().union(*map(elements, documents()))

    assert found
    assert WORD_ELEMENTS - found == set()
