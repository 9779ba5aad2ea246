"""Every place that a template marks is asked for on a page, with a label in every language."""

import re

from tests.house.source import ROOT
from toolkit.documents.blank_words import HELP, LABEL
from toolkit.documents.words import BLANK
from toolkit.domain.blanks import BLANKS, FOR_ARCHIVE, IN_DOCUMENTS
from toolkit.services.show_documents import FORMATS
from toolkit.web.views.publication import GROUPS
from toolkit.wording import languages, wording

MARKED = re.compile(r'blank\(facts, "(\w+)"')
MOST = 10


def marked(folder: str) -> list[str]:
    files = sorted((ROOT / "templates" / "report").glob(folder))
    return [name for file in files for name in MARKED.findall(file.read_text("utf-8"))]


def test_every_place_in_a_template_is_asked_for() -> None:
    found = set(marked("**/*.html"))

    assert len(found) > 10
    assert found == IN_DOCUMENTS.keys() == BLANK.keys()


def test_every_place_stands_once_on_the_page_with_a_label() -> None:
    shown = [name for names in GROUPS.values() for name in names]

    assert sorted(shown) == sorted(BLANKS)
    assert LABEL.keys() == BLANKS.keys()
    assert HELP.keys() <= BLANKS.keys()
    assert FOR_ARCHIVE.keys() <= set(shown)


def test_every_label_is_said_in_every_language() -> None:
    texts = (*LABEL.values(), *HELP.values(), *BLANK.values())

    said = {(text, name): wording(name)(text) for text in texts for name in languages()}

    assert len(said) == len(set(texts)) * len(languages())
    assert all(said.values())


def test_a_letter_has_at_most_ten_places_to_fill_in() -> None:
    letters = {name: set(marked(f"{name}.html")) for name in ("letter", "proposal")}

    assert letters.keys() <= {kind.value for kind in FORMATS}
    assert all(letters.values())
    assert {name for name, found in letters.items() if len(found) > MOST} == set()
